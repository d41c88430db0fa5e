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

/// Folds documents of single instances into few. Who refers to one that was folded refers to the
/// instance in the document of all.
public final class Folding {

  private final String fanOut;
  private final Optional<JointSecrets> joint;
  private final Map<Address, Address> moved = new HashMap<>();
  private final SequencedMap<Address, List<Document>> folds = new LinkedHashMap<>();

  private Folding(String fanOut, Optional<JointSecrets> joint) {
    this.fanOut = fanOut;
    this.joint = joint;
  }

  /// What may be folded.
  ///
  /// @param document of one instance
  /// @param key equal for what may be one document: its kind, service and schema
  /// @param name that the document of all would like
  public record Candidate(Document document, String key, String name) {}

  /// What came of it.
  ///
  /// @param documents all of them, folded or not, in their order; one of several instances stands
  ///   where its first one was
  /// @param folds the documents that each one of several took the place of
  /// @param variables that several instances share now, with what reads them
  public record Result(
      List<Document> documents,
      Map<Address, List<Document>> folds,
      SequencedMap<String, String> variables) {

    /// How many documents less there are.
    public int saved() {
      return folds.values().stream().mapToInt(List::size).sum() - folds.size();
    }
  }

  /// @param fanOut the field that lists the groups of a document of several instances
  /// @param joint where instances share their secrets; empty where each has its own
  public static Result fanOuts(
      List<Document> documents,
      List<Candidate> candidates,
      String fanOut,
      Optional<JointSecrets> joint) {
    return new Folding(fanOut, joint).result(documents, candidates);
  }

  private Result result(List<Document> documents, List<Candidate> candidates) {
    Map<String, List<Candidate>> alike = new LinkedHashMap<>();
    candidates.forEach(one -> alike.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
    Set<String> names = new HashSet<>();
    documents.forEach(document -> names.add(document.address().kind() + "/" + document.name()));
    Map<Address, Document> firsts = new HashMap<>();
    for (List<Candidate> same : alike.values()) {
      fold(same, names).ifPresent(all -> firsts.put(replacedBy(all).getFirst().address(), all));
    }
    var after = new ArrayList<Document>();
    for (Document document : documents) {
      if (firsts.containsKey(document.address())) {
        after.add(firsts.get(document.address()));
      } else if (!moved.containsKey(document.address())) {
        after.add(document);
      }
    }
    var renaming = new Renaming(moved);
    SequencedMap<String, String> uses = joint.map(JointSecrets::uses).orElseGet(LinkedHashMap::new);
    return new Result(after.stream().map(renaming::in).toList(), folds, uses);
  }

  private Optional<Document> fold(List<Candidate> same, Set<String> names) {
    String name = same.getFirst().name();
    Address address = Address.of(same.getFirst().document().address().kind(), name);
    List<Document> foldable =
        new FanOut(joined(same.stream().map(Candidate::document).toList(), address), fanOut)
            .foldable();
    boolean isFree =
        !names.contains(address.kind() + "/" + name)
            || foldable.stream().anyMatch(document -> document.name().equals(name));
    if (foldable.isEmpty() || !isFree) {
      return Optional.empty();
    }
    names.add(address.kind() + "/" + name);
    foldable.forEach(document -> moved.put(document.address(), address.inGroup(document.group())));
    folds.put(address, foldable);
    return Optional.of(new FanOut(foldable, fanOut).folded(address));
  }

  private List<Document> replacedBy(Document all) {
    return folds.getOrDefault(all.address(), List.of(all));
  }

  private List<Document> joined(List<Document> documents, Address address) {
    return joint.map(secrets -> secrets.in(documents, address)).orElse(documents);
  }
}
