package dev.ftctl.export.folding;

import dev.ftctl.export.Document;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Folds documents of one service into few with rows.
public final class RowFolding {

  private final Folding.Result before;
  private final String fanOut;
  private final Optional<JointSecrets> joint;
  private final Set<String> names = new HashSet<>();
  private final SequencedMap<Address, List<Document>> folds;
  private final Map<Address, Document> firsts = new HashMap<>();
  private final Set<Address> rows = new HashSet<>();

  private RowFolding(Folding.Result before, String fanOut, Optional<JointSecrets> joint) {
    this.before = before;
    this.fanOut = fanOut;
    this.joint = joint;
    this.folds = new LinkedHashMap<>(before.folds());
    before.documents().forEach(document -> names.add(document.name()));
  }

  /// @param before what other folding came to; what it folded stays so
  /// @param candidates those that may be rows, by their service
  /// @param fanOut the field that lists the groups
  /// @param joint where rows share their secrets; empty where each has its own
  public static Folding.Result of(
      Folding.Result before,
      List<Folding.Candidate> candidates,
      String fanOut,
      Optional<JointSecrets> joint) {
    return new RowFolding(before, fanOut, joint).result(candidates);
  }

  private Folding.Result result(List<Folding.Candidate> candidates) {
    Map<Address, Document> open = new HashMap<>();
    before.documents().forEach(document -> open.put(document.address(), document));
    SequencedMap<String, List<Document>> alike = new LinkedHashMap<>();
    Map<String, String> wishes = new HashMap<>();
    for (Folding.Candidate one : candidates) {
      Document document = open.get(one.document().address());
      if (document != null) {
        String key = one.key() + " " + RowFold.shape(document);
        alike.computeIfAbsent(key, any -> new ArrayList<>()).add(document);
        wishes.put(key, one.name());
      }
    }
    alike.forEach((key, same) -> fold(same, wishes.getOrDefault(key, "rows")));
    List<Document> after =
        before.documents().stream()
            .filter(one -> firsts.containsKey(one.address()) || !rows.contains(one.address()))
            .map(one -> firsts.getOrDefault(one.address(), one))
            .toList();
    return new Folding.Result(
        after, folds, joint.map(JointSecrets::uses).orElse(before.variables()));
  }

  private void fold(List<Document> same, String wish) {
    String name = wish;
    for (int number = 2; names.contains(name); number++) {
      name = wish + "_" + number;
    }
    Address address = Address.of(same.getFirst().address().kind(), name);
    List<Document> joined = joint.map(secrets -> secrets.in(same, address)).orElse(same);
    new RowFold(joined, fanOut)
        .folded(name)
        .ifPresent(all -> {
          names.add(all.name());
          folds.put(all.address(), same);
          firsts.put(same.getFirst().address(), all);
          same.forEach(row -> rows.add(row.address()));
        });
  }
}
