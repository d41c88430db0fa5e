package dev.ftctl.export.folding;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A spec as its single fields, by path, in their order. A list is one field.
final class Leaves {

  /// What stands inside a document and is one of its own.
  private static final FieldPath PART = FieldPath.of("schema_settings");

  private Leaves() {}

  static SequencedMap<FieldPath, Value> of(Value.Mapping spec) {
    SequencedMap<FieldPath, Value> leaves = new LinkedHashMap<>();
    collect(FieldPath.ROOT, spec, leaves);
    return leaves;
  }

  private static void collect(FieldPath path, Value value, Map<FieldPath, Value> into) {
    if (value instanceof Value.Mapping mapping && !mapping.entries().isEmpty()) {
      mapping.entries().forEach((key, inside) -> collect(path.then(key), inside, into));
    } else {
      into.put(path, value);
    }
  }

  /// The spec of fields, each where its path leads.
  static Value.Mapping spec(SequencedMap<FieldPath, Value> leaves) {
    Value.Mapping spec = Value.Mapping.EMPTY;
    for (var leaf : leaves.entrySet()) {
      spec = with(spec, leaf.getKey().segments(), leaf.getValue());
    }
    return spec;
  }

  private static Value.Mapping with(Value.Mapping spec, List<String> path, Value value) {
    String key = path.getFirst();
    return path.size() == 1
        ? spec.with(key, value)
        : spec.with(key, with(spec.mapping(key), path.subList(1, path.size()), value));
  }

  /// Whether a field is of a part, which may differ as it likes.
  static boolean isOfPart(FieldPath path) {
    return path.startsWith(PART);
  }

  /// Whether a list in an override would be merged into the one that it stands over.
  static boolean isMerged(Value value) {
    return value instanceof Value.Items items
            && items.items().stream().anyMatch(item -> item instanceof Value.Mapping)
        || value instanceof Value.Mapping;
  }

  /// Whether a text is read elsewhere, so that nobody can tell whether two are the same.
  static boolean isHidden(Value value) {
    return switch (value) {
      case Value.Secret secret -> true;
      case Value.Items items -> items.items().stream().anyMatch(Leaves::isHidden);
      case Value.Mapping mapping -> mapping.entries().values().stream().anyMatch(Leaves::isHidden);
      case Value.Text text -> false;
      case Value.Num number -> false;
      case Value.Bool bool -> false;
      case Value.Null nothing -> false;
      case Value.Absent absent -> false;
      case Value.Reference reference -> false;
    };
  }
}
