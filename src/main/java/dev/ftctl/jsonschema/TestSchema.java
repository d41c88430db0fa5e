package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.Risk;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The schema of files of tests, `*.test.yaml`.
record TestSchema(FieldTexts words) {

  private static final List<String> ACTIONS =
      List.of("create", "update", "replace", "delete", "move", "unchanged");

  /// `RISK` or `RISK:ADDRESS`.
  private static final String RISK =
      Arrays.stream(Risk.values())
          .map(Risk::flag)
          .collect(Collectors.joining("|", "^(", ")(:.*)?$"));

  ObjectNode of() {
    ObjectNode properties = common();
    ObjectNode tests = SchemaNodes.type("array");
    tests.set("items", test());
    properties.set("tests", tests);
    return words.closed("test", properties, List.of("tests"));
  }

  private ObjectNode test() {
    ObjectNode properties = common();
    properties.set("name", SchemaNodes.type("string", "number", "boolean"));
    properties.set("expect", expect());
    return words.closed("test", properties, List.of("name", "expect"));
  }

  /// What a file and a test of it may both say.
  private ObjectNode common() {
    var common = SchemaNodes.object();
    common.set("given", SchemaNodes.anyOf(SchemaNodes.oneOf(List.of("empty", "project")), given()));
    common.set("manifests", DocumentSchema.texts());
    common.set("environment", SchemaNodes.type("string"));
    common.set("variables", texts());
    common.set("env", texts());
    common.set("now", SchemaNodes.type("string"));
    common.set("plan", plan());
    return common;
  }

  private ObjectNode given() {
    var properties = SchemaNodes.object();
    ObjectNode objects = SchemaNodes.type("object");
    ObjectNode collection = SchemaNodes.type("object");
    collection.set("additionalProperties", SchemaNodes.type("object"));
    objects.set("additionalProperties", collection);
    properties.set("account", SchemaNodes.anyOf(SchemaNodes.type("string"), objects));
    properties.set("manifests", DocumentSchema.texts());
    properties.set("environment", SchemaNodes.type("string"));
    properties.set("variables", texts());
    properties.set("env", texts());
    return words.closed("test.given", properties, List.of());
  }

  private ObjectNode plan() {
    var properties = SchemaNodes.object();
    properties.set("allow", risks());
    properties.set("max_deletes", SchemaNodes.type("integer").put("minimum", 0));
    List.of("prune", "skip_blocked", "strict")
        .forEach(flag -> properties.set(flag, SchemaNodes.type("boolean")));
    List.of("rotate_secrets", "reload")
        .forEach(flag -> properties.set(flag, DocumentSchema.texts()));
    return words.closed("test.plan", properties, List.of());
  }

  private ObjectNode expect() {
    var properties = SchemaNodes.object();
    ObjectNode changes = SchemaNodes.type("object", "null");
    changes.set("additionalProperties", SchemaNodes.anyOf(SchemaNodes.oneOf(ACTIONS), change()));
    properties.set("changes", changes);
    properties.set("and_others", SchemaNodes.type("boolean"));
    properties.set("risks", risks());
    properties.set("blocked", DocumentSchema.texts());
    properties.set("policies", DocumentSchema.texts());
    properties.set("errors", errors());
    properties.set("exit", SchemaNodes.type("integer").put("minimum", 0));
    return words.closed("test.expect", properties, List.of()).put("type", "object");
  }

  private ObjectNode change() {
    var properties = SchemaNodes.object();
    properties.set("action", SchemaNodes.oneOf(ACTIONS));
    ObjectNode sides = SchemaNodes.object();
    sides.set("from", SchemaNodes.object());
    sides.set("to", SchemaNodes.object());
    ObjectNode field = SchemaNodes.object();
    field.putObject("if").put("type", "object");
    ObjectNode both = SchemaNodes.object();
    both.set("properties", sides);
    field.set("then", both.put("additionalProperties", false));
    ObjectNode fields = SchemaNodes.type("object", "null");
    fields.set("additionalProperties", field);
    properties.set("fields", fields);
    properties.set("and_others", SchemaNodes.type("boolean"));
    return words.closed("test.change", properties, List.of("action"));
  }

  private static ObjectNode errors() {
    var properties = SchemaNodes.object();
    List.of("code", "text").forEach(key -> properties.set(key, SchemaNodes.type("string")));
    ObjectNode one = SchemaNodes.type("string", "object");
    one.set("properties", properties);
    one.put("additionalProperties", false);
    ObjectNode errors = SchemaNodes.type("array", "string", "object");
    errors.set("items", one);
    return errors;
  }

  private static ObjectNode risks() {
    ObjectNode risks = SchemaNodes.type("array", "string").put("pattern", RISK);
    risks.set("items", SchemaNodes.type("string").put("pattern", RISK));
    return risks;
  }

  private static ObjectNode texts() {
    ObjectNode texts = SchemaNodes.type("object", "null");
    texts.set("additionalProperties", SchemaNodes.type("string", "number", "boolean"));
    return texts;
  }
}
