package dev.ftctl.export.terraform;

import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Schema settings in the provider's three ways: lists of named blocks, mappings, and a text of
/// JSON.
final class SchemaConfig {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");

  /// Levels as lists of blocks.
  private static final List<String> BLOCKS = List.of("schema", "table", "column");

  private static final List<String> FLAGS = List.of("enabled", "hashed");

  private SchemaConfig() {}

  static Optional<String> carry(Instance instance, Sketches into) {
    String id = Connections.id(instance);
    boolean isKnown = into.with(Sketch.CONNECTOR + "/" + id).isPresent();
    if (!isKnown && !into.isKnown(Sketch.CONNECTOR, id)) {
      return Optional.of(Simple.unnamed(Sketch.CONNECTOR, id));
    }
    String json = instance.values().text("schemas_json");
    Optional<Value> read = json.isEmpty() ? Optional.empty() : Json.text(json);
    if (!json.isEmpty() && read.isEmpty()) {
      return Optional.of("has a schemas_json that is no JSON");
    }
    Sketch settings = Simple.initial(into.object(Sketch.SETTINGS, id), instance);
    settings.take(instance, "schema_change_handling");
    settings.take(
        "schemas",
        level(
            0,
            read.orElse(
                instance.values().get("schemas").isBlank()
                    ? instance.values().get("schema")
                    : instance.values().get("schemas"))));
    into.with(Sketch.CONNECTOR + "/" + id)
        .map(connector -> connector.fields.get("schema"))
        .or(() -> into.names().of(Sketch.CONNECTOR, id).map(named -> named.get("schema")))
        .ifPresent(name -> settings.fields.put("schema", name));
    return Optional.empty();
  }

  private static Value.Mapping level(int depth, Value elements) {
    Map<String, Value> named = new LinkedHashMap<>();
    if (elements instanceof Value.Mapping mapping) {
      mapping
          .entries()
          .forEach((name, element) -> {
            if (element instanceof Value.Mapping members) {
              named.put(name, members(depth, members));
            }
          });
    } else {
      StateFile.mappings(elements)
          .forEach(element -> named.put(element.text("name"), members(depth, element)));
    }
    return Value.Mapping.of(named);
  }

  private static Value members(int depth, Value.Mapping said) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (String flag : FLAGS) {
      String text = said.text(flag);
      if (!text.isEmpty()) {
        members.put(flag, Value.bool(text.equals("true")));
      }
    }
    if (!said.text("sync_mode").isEmpty()) {
      members.put("sync_mode", said.get("sync_mode"));
    }
    if (depth + 1 < LEVELS.size()) {
      Value mapped = said.get(LEVELS.get(depth + 1));
      Value.Mapping below =
          level(depth + 1, mapped.isBlank() ? said.get(BLOCKS.get(depth + 1)) : mapped);
      if (!below.entries().isEmpty()) {
        members.put(LEVELS.get(depth + 1), below);
      }
    }
    return Value.Mapping.of(members);
  }
}
