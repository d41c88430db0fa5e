package dev.ftctl.kind.metadata;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What Fivetran's metadata tells of one service: trees of properties for `config` and `auth`
/// (fivetran-quirks 2.12).
///
/// @param details the answer's data
record ServiceMetadata(Value.Mapping details) {

  /// The word for what Fivetran takes out of use, of a service and of a field.
  private static final String SUNSET = "sunset";

  /// The property at a path inside `spec`; those of a list's items lie directly below the list.
  Optional<Value.Mapping> property(FieldPath path) {
    Optional<Value.Mapping> found = mapping(details, path.segments().getFirst());
    for (String name : path.segments().subList(1, path.segments().size())) {
      found = found.flatMap(node -> mapping(properties(node), name));
    }
    return found;
  }

  /// The names beside the last one of a path; empty where the metadata describes no object there.
  Set<String> siblings(FieldPath path) {
    var above = new FieldPath(path.segments().subList(0, path.segments().size() - 1));
    return above.segments().isEmpty()
        ? Set.of()
        : property(above).map(node -> properties(node).entries().keySet()).orElse(Set.of());
  }

  /// The values that an enumeration lists, of a list those of its items; empty where it is none.
  static List<String> values(Value.Mapping property) {
    return inside(property).get("enum") instanceof Value.Items values
        ? values.items().stream().map(Value::asText).toList()
        : List.of();
  }

  static boolean isSunset(Value.Mapping property) {
    return property.text("fieldStatus").equals(SUNSET);
  }

  boolean isServiceSunset() {
    return details.text("service_status").equals(SUNSET);
  }

  private static Value.Mapping properties(Value.Mapping property) {
    return inside(property).mapping("properties");
  }

  private static Value.Mapping inside(Value.Mapping property) {
    return mapping(property, "items").orElse(property);
  }

  private static Optional<Value.Mapping> mapping(Value.Mapping owner, String name) {
    return owner.get(name) instanceof Value.Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }
}
