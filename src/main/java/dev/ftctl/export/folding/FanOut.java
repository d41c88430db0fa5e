package dev.ftctl.export.folding;

import dev.ftctl.export.Document;
import dev.ftctl.model.Group;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One document of a connector in several groups: what most of them say stands once, what one says
/// otherwise in `overrides`.
///
/// @param documents of one service and schema, each in another group
/// @param fanOut the field that lists the groups
record FanOut(List<Document> documents, String fanOut) {

  /// How many other fields of an instance may differ.
  static final int MOST_DIFFERENT = 3;

  /// Those that one document can stand for; none where these are fewer than two.
  List<Document> foldable() {
    var rest = new ArrayList<>(documents);
    while (rest.size() > 1) {
      Map<FieldPath, Value> common = new FanOut(rest, fanOut).common();
      Document farthest =
          rest.stream()
              .max(Comparator.comparingLong(document -> different(document, common)))
              .orElseThrow();
      if (different(farthest, common) <= MOST_DIFFERENT) {
        return List.copyOf(rest);
      }
      rest.remove(farthest);
    }
    return List.of();
  }

  private long different(Document document, Map<FieldPath, Value> common) {
    return leaves(document).entrySet().stream()
        .filter(leaf -> !Leaves.isHidden(leaf.getValue()) && !Leaves.isOfPart(leaf.getKey()))
        .filter(leaf -> !leaf.getValue().equals(common.get(leaf.getKey())))
        .count();
  }

  private SequencedMap<FieldPath, Value> leaves(Document document) {
    return Leaves.of(document.spec().without(fanOut));
  }

  /// What all have, in the words of most. What an override would be merged into, and secrets, only
  /// where all say the same.
  private SequencedMap<FieldPath, Value> common() {
    List<SequencedMap<FieldPath, Value>> all = documents.stream().map(this::leaves).toList();
    SequencedMap<FieldPath, Value> common = new LinkedHashMap<>();
    for (FieldPath path : all.getFirst().keySet()) {
      List<Value> values =
          all.stream().map(leaves -> leaves.getOrDefault(path, Value.ABSENT)).toList();
      Value most = most(values);
      boolean isSame = values.stream().distinct().count() == 1;
      boolean isFree = values.stream().noneMatch(value -> isBound(value));
      if (isSame || isFree) {
        common.put(path, most);
      }
    }
    return common;
  }

  private static boolean isBound(Value value) {
    return value.isAbsent() || Leaves.isMerged(value) || Leaves.isHidden(value);
  }

  private static Value most(List<Value> values) {
    Map<Value, Integer> count = new LinkedHashMap<>();
    values.forEach(value -> count.merge(value, 1, Integer::sum));
    Value most = values.getFirst();
    for (var entry : count.entrySet()) {
      most = entry.getValue() > count.getOrDefault(most, 0) ? entry.getKey() : most;
    }
    return most;
  }

  /// The document of all.
  ///
  /// @param address its kind and name
  Document folded(Address address) {
    SequencedMap<FieldPath, Value> common = common();
    SequencedMap<String, Value> spec = new LinkedHashMap<>();
    Value.Mapping base = Leaves.spec(common);
    // In the order of the first document, in which the groups have their place.
    for (String key : documents.getFirst().spec().entries().keySet()) {
      if (key.equals(fanOut)) {
        spec.put(key, Value.items(groups()));
      } else if (!base.get(key).isAbsent()) {
        spec.put(key, base.get(key));
      }
    }
    Map<String, Value> overrides = new LinkedHashMap<>();
    for (Document document : documents) {
      SequencedMap<FieldPath, Value> own = leaves(document);
      own.entrySet().removeIf(leaf -> leaf.getValue().equals(common.get(leaf.getKey())));
      if (!own.isEmpty()) {
        overrides.put(document.group(), Leaves.spec(own));
      }
    }
    if (!overrides.isEmpty()) {
      spec.put("overrides", Value.Mapping.of(overrides));
    }
    Document first = documents.getFirst();
    return new Document(
        first.kind(), address, first.metadata(), Value.Mapping.of(spec), first.comments());
  }

  private List<Value> groups() {
    return documents.stream()
        .<Value>map(
            document -> new Value.Reference(Address.of(Group.SLUG, document.group()), Origin.LIVE))
        .toList();
  }
}
