package dev.ftctl.export.copy;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.YamlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a document says of a connection, in its own words: templates and `${…}` stay what they are.
///
/// @param document its tree
/// @param instance the group whose `overrides` count
public record DescribedConnector(Node.Mapping document, String instance) {

  private static final String SPEC = "spec";
  private static final String SETTINGS = "schema_settings";
  private static final String OVERRIDES = "overrides";

  /// What is of one connection and no other.
  private static final List<String> OWN = List.of("group", "groups", "id", OVERRIDES);

  /// What is of one document and no other, or of its past.
  private static final Set<String> PAST =
      Set.of("name", "absent", "existing", "moved_from", "rotation");

  /// What an entry of `overrides` says besides fields.
  private static final List<String> MARKS = List.of("id", "absent", "protect");

  /// The document of a file that stands at a place; empty where it is one of many rows.
  ///
  /// @param place of its `kind`
  public static Optional<Node.Mapping> at(YamlFile file, SourceLocation place) {
    return file.documents().stream()
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .filter(document ->
            document
                .entry("kind")
                .filter(kind -> kind.keyPlace().compareTo(place) == 0)
                .isPresent())
        .filter(document -> document.entry("for_each").isEmpty())
        .findFirst();
  }

  /// What a copy is made after, without settings of schemas where they are not asked for.
  public Original original(boolean withSchema) {
    Value.Mapping spec = mapping(document, SPEC);
    Value.Mapping override = spec.mapping(OVERRIDES).mapping(instance);
    for (String own : OWN) {
      spec = spec.without(own);
    }
    for (String mark : MARKS) {
      override = override.without(mark);
    }
    // Whether the original is paused says nothing of the copy.
    override = override.without("paused");
    if (!withSchema) {
      spec = spec.without(SETTINGS);
      override = override.without(SETTINGS);
    }
    boolean isPlain = !holdsObjects(override);
    return new Original(
        metadata(),
        isPlain ? over(spec, override) : spec,
        isPlain ? Value.Mapping.EMPTY : override,
        List.of());
  }

  /// What a document of schema settings says, as the document of their connector takes it in.
  public static Value.Mapping settings(Node.Mapping document) {
    return mapping(document, SPEC).without("connector");
  }

  private Value.Mapping metadata() {
    Map<String, Value> kept = new LinkedHashMap<>(mapping(document, "metadata").entries());
    kept.keySet().removeAll(PAST);
    return Value.Mapping.of(kept);
  }

  private static Value.Mapping mapping(Node.Mapping document, String key) {
    return document
        .get(key)
        .map(WrittenValue::of)
        .filter(Value.Mapping.class::isInstance)
        .map(Value.Mapping.class::cast)
        .orElse(Value.Mapping.EMPTY);
  }

  /// Whether a list in it may be merged by key into the one that it stands over.
  private static boolean holdsObjects(Value value) {
    return value instanceof Value.Items items
            && items.items().stream().anyMatch(Value.Mapping.class::isInstance)
        || value instanceof Value.Mapping mapping
            && mapping.entries().values().stream().anyMatch(DescribedConnector::holdsObjects);
  }

  private static Value.Mapping over(Value.Mapping lower, Value.Mapping upper) {
    Value.Mapping merged = lower;
    for (var entry : upper.entries().entrySet()) {
      boolean isMerged =
          lower.get(entry.getKey()) instanceof Value.Mapping
              && entry.getValue() instanceof Value.Mapping;
      merged =
          merged.with(
              entry.getKey(),
              isMerged
                  ? over(lower.mapping(entry.getKey()), (Value.Mapping) entry.getValue())
                  : entry.getValue());
    }
    return merged;
  }
}
