package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.value.Value;
import java.util.List;

/// What stands around `spec`, the same for every kind.
final class DocumentSchema {

  private DocumentSchema() {}

  static ObjectNode of(KindDefinition kind, FieldTexts words) {
    var document = SchemaNodes.type("object");
    ObjectNode properties = document.putObject("properties");
    properties.set("apiVersion", apiVersion(words));
    properties.set("kind", words.describe("document", "kind", SchemaNodes.oneOf(kind.names())));
    properties.set(
        "for_each",
        words.describe("document", "for_each", SchemaNodes.type("array", "object", "string")));
    properties.set("metadata", metadata(kind, words));
    document.set("required", SchemaNodes.texts(List.of("kind", "metadata")));
    return document.put("additionalProperties", false);
  }

  static ObjectNode apiVersion(FieldTexts words) {
    return words.describe("document", "apiVersion", SchemaNodes.object().put("const", "ftctl/v1"));
  }

  private static ObjectNode metadata(KindDefinition kind, FieldTexts words) {
    var metadata = SchemaNodes.type("object");
    ObjectNode properties = metadata.putObject("properties");
    properties.set("name", name(kind));
    properties.set("labels", labels());
    for (String flag : List.of("protect", "absent", "existing")) {
      properties.set(flag, SchemaNodes.type("boolean"));
    }
    properties.set("initial", texts());
    properties.set(
        "rotation",
        SchemaNodes.type("integer", "string").put("minimum", 0).put("pattern", "^[0-9]+$"));
    properties.set("environments", texts());
    properties.set("unchecked", texts());
    if (kind.bringsData()) {
      properties.set("freshness", ScalarSchemas.duration());
    }
    properties.set("owners", texts());
    if (kind.isSetUp()) {
      properties.set("setup", ScalarSchemas.oneOf(List.of("by-hand"), false));
    }
    kind.handsOutOnce()
        .ifPresent(told -> {
          properties.set("handout", SchemaNodes.type("string"));
          if (!told.expiry().isEmpty()) {
            properties.set("rotate_before", ScalarSchemas.duration());
          }
        });
    properties.set("moved_from", SchemaNodes.type("string", "number", "boolean"));
    properties
        .properties()
        .forEach(
            entry -> words.describe("metadata", entry.getKey(), (ObjectNode) entry.getValue()));
    metadata.set("required", SchemaNodes.texts(List.of("name")));
    metadata.set("allOf", contradictions());
    metadata.put("additionalProperties", false);
    return words.describe("document", "metadata", metadata);
  }

  /// The names of instances are `NAME@GROUP`, so the name itself holds no `@`.
  private static ObjectNode name(KindDefinition kind) {
    boolean hasInstances = !kind.fields(Value.Mapping.EMPTY).fanOut().isEmpty();
    return hasInstances
        ? SchemaNodes.type("string", "number", "boolean")
            .put("minLength", 1)
            .put("maxLength", ScalarSchemas.LONGEST_NAME)
            .put("pattern", "^[^@\\s]([^@]*[^@\\s])?$")
        : SchemaNodes.ref("name");
  }

  private static ObjectNode labels() {
    var labels = SchemaNodes.type("object", "null");
    labels.set("additionalProperties", SchemaNodes.type("string", "number", "boolean"));
    return labels;
  }

  /// A list of texts, or one text.
  static ObjectNode texts() {
    var texts = SchemaNodes.type("array", "string", "number", "boolean");
    texts.set("items", SchemaNodes.type("string", "number", "boolean"));
    return texts;
  }

  private static ArrayNode contradictions() {
    var none = JsonNodeFactory.instance.arrayNode();
    for (String other : List.of("protect", "existing")) {
      var both = SchemaNodes.object();
      both.putObject("properties").set("absent", SchemaNodes.object().put("const", true));
      ((ObjectNode) both.get("properties")).set(other, SchemaNodes.object().put("const", true));
      both.set("required", SchemaNodes.texts(List.of("absent", other)));
      none.addObject().set("not", both);
    }
    return none;
  }
}
