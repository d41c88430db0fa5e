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

  private RowFolding() {}

  /// @param before what other folding came to; what it folded stays so
  /// @param candidates those that may be rows, by their service
  /// @param fanOut the field that lists the groups
  /// @param joint where rows share their secrets; empty where each has its own
  public static Folding.Result of(
      Folding.Result before,
      List<Folding.Candidate> candidates,
      String fanOut,
      Optional<JointSecrets> joint) {
    Set<Address> open = new HashSet<>();
    Set<String> names = new HashSet<>();
    Map<Address, Document> now = new HashMap<>();
    before
        .documents()
        .forEach(document -> {
          open.add(document.address());
          names.add(document.name());
          now.put(document.address(), document);
        });
    SequencedMap<String, List<Document>> alike = new LinkedHashMap<>();
    Map<String, String> wishes = new HashMap<>();
    for (Folding.Candidate one : candidates) {
      Document document = now.get(one.document().address());
      if (document != null && open.contains(document.address())) {
        String key = one.key() + " " + RowFold.shape(document);
        alike.computeIfAbsent(key, any -> new ArrayList<>()).add(document);
        wishes.put(key, one.name());
      }
    }
    SequencedMap<Address, List<Document>> folds = new LinkedHashMap<>(before.folds());
    Map<Address, Document> firsts = new HashMap<>();
    Set<Address> gone = new HashSet<>();
    alike.forEach((key, same) -> {
      Address address =
          Address.of(
              same.getFirst().address().kind(), free(wishes.getOrDefault(key, "rows"), names));
      List<Document> joined = joint.map(secrets -> secrets.in(same, address)).orElse(same);
      new RowFold(joined, fanOut)
          .folded(address.name())
          .ifPresent(all -> {
            folds.put(all.address(), same);
            firsts.put(same.getFirst().address(), all);
            same.forEach(row -> gone.add(row.address()));
          });
    });
    List<Document> after =
        before.documents().stream()
            .filter(one -> firsts.containsKey(one.address()) || !gone.contains(one.address()))
            .map(one -> firsts.getOrDefault(one.address(), one))
            .toList();
    return new Folding.Result(
        after, folds, joint.map(JointSecrets::uses).orElse(before.variables()));
  }

  private static String free(String wish, Set<String> taken) {
    String free = wish;
    for (int number = 2; !taken.add(free); number++) {
      free = wish + "_" + number;
    }
    return free;
  }
}
