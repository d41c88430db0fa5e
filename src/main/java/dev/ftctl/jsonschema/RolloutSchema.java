package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The schema of files of kind `Rollout`.
///
/// @param owner the slug of the kind whose parts are switched on
record RolloutSchema(FieldTexts words, String owner) {

  private static final String NAME = "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$";

  ObjectNode of() {
    var properties = SchemaNodes.object();
    properties.set("apiVersion", DocumentSchema.apiVersion(words));
    properties.set("kind", SchemaNodes.oneOf(List.of("Rollout")));
    var metadata = SchemaNodes.object();
    metadata.set("name", SchemaNodes.type("string", "number", "boolean").put("pattern", NAME));
    properties.set("metadata", words.closed("rollout.metadata", metadata, List.of("name")));
    properties.set("spec", spec());
    return words.closed("rollout", properties, List.of("kind", "metadata", "spec"));
  }

  /// Tables, or a field and items.
  private ObjectNode spec() {
    var properties = SchemaNodes.object();
    properties.set(owner, SchemaNodes.type("string", "number", "boolean"));
    properties.set("batch", SchemaNodes.type("integer").put("minimum", 1));
    properties.set("tables", list().put("uniqueItems", true));
    properties.set("field", SchemaNodes.type("string").put("pattern", "^config[.]\\w+$"));
    properties.set("items", list().put("uniqueItems", true));
    ObjectNode spec = words.closed("rollout.spec", properties, List.of(owner, "batch"));
    var ways = spec.putArray("oneOf");
    ways.addObject().set("required", SchemaNodes.texts(List.of("tables")));
    ways.addObject().set("required", SchemaNodes.texts(List.of("field", "items")));
    return spec;
  }

  private static ObjectNode list() {
    ObjectNode list = SchemaNodes.type("array").put("minItems", 1);
    list.set("items", SchemaNodes.type("string", "number", "boolean"));
    return list;
  }
}
