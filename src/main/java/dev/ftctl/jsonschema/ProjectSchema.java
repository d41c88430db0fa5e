package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.Risk;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The schema of the project file, `ftctl.yaml`.
record ProjectSchema(List<KindDefinition> kinds, FieldTexts words) {

  ObjectNode of() {
    var project = SchemaNodes.type("object", "null");
    ObjectNode properties = project.putObject("properties");
    properties.set("account", SchemaNodes.ref("text"));
    properties.set("manifests", DocumentSchema.texts());
    properties.set("include", DocumentSchema.texts());
    properties.set("exclude", DocumentSchema.texts());
    properties.set("scope", closed(scope()));
    properties.set("environments", environments());
    properties.set("default_environment", SchemaNodes.ref("text"));
    properties.set("secrets", secrets());
    properties.set("variables", SchemaNodes.type("object", "null"));
    properties.set("defaults", defaults());
    properties.set("allow", allow());
    properties.set("limits", closed(limits()));
    ObjectNode prune = SchemaNodes.object();
    prune.set("scope", closed(scope()));
    prune.set("limits", closed(limits()));
    properties.set("prune", closed(prune));
    properties.set("protect", DocumentSchema.texts());
    properties.set("ignore", ignore());
    properties.set("freshness", freshness());
    properties.set("released", DocumentSchema.texts());
    properties.set("policies", policies());
    properties.set("handouts", handouts());
    properties
        .properties()
        .forEach(entry -> words.describe("project", entry.getKey(), (ObjectNode) entry.getValue()));
    return project.put("additionalProperties", false);
  }

  private ObjectNode defaults() {
    var byKind = SchemaNodes.object();
    for (KindDefinition kind : kinds) {
      kind.names().forEach(name -> byKind.set(name, SchemaNodes.ref(kind.name() + ".spec")));
    }
    return closed(byKind);
  }

  private static ObjectNode allow() {
    String risks = Arrays.stream(Risk.values()).map(Risk::flag).collect(Collectors.joining("|"));
    var allow = SchemaNodes.type("array", "string").put("pattern", "^(" + risks + ")(:.*)?$");
    allow.set("items", SchemaNodes.type("string").put("pattern", "^(" + risks + ")(:.*)?$"));
    return allow;
  }

  private static ObjectNode ignore() {
    var one = SchemaNodes.type("string", "object");
    ObjectNode properties = one.putObject("properties");
    properties.set("addresses", DocumentSchema.texts());
    properties.set("fields", DocumentSchema.texts());
    one.putArray("required").add("addresses");
    one.put("additionalProperties", false);
    var ignore = SchemaNodes.type("array", "string");
    ignore.set("items", one);
    return ignore;
  }

  private static ObjectNode freshness() {
    var freshness = SchemaNodes.type("object", "null");
    freshness.set("additionalProperties", ScalarSchemas.duration());
    return freshness;
  }

  private ObjectNode environments() {
    var all = SchemaNodes.type("object", "null");
    all.set("additionalProperties", environment());
    return all;
  }

  /// What stands under the name of an environment, or in a file of its own.
  ObjectNode environment() {
    var one = SchemaNodes.object();
    one.set("account", SchemaNodes.ref("text"));
    one.set("variables", SchemaNodes.type("object", "null"));
    one.set("overlays", DocumentSchema.texts());
    var names = SchemaNodes.object();
    List.of("key", "secret").forEach(part -> names.set(part, SchemaNodes.ref("text")));
    one.set("credentials", closed(names));
    one.properties()
        .forEach(
            entry -> words.describe("environment", entry.getKey(), (ObjectNode) entry.getValue()));
    var environment = closed(one);
    environment.set("required", SchemaNodes.texts(List.of("account")));
    return environment.put("type", "object");
  }

  private static ObjectNode secrets() {
    var one = SchemaNodes.object();
    List.of("env", "file", "folder").forEach(form -> one.set(form, SchemaNodes.type("string")));
    one.set("exec", DocumentSchema.texts());
    var all = SchemaNodes.type("object", "null");
    var source = closed(one).put("type", "object");
    all.set("additionalProperties", source.put("minProperties", 1).put("maxProperties", 1));
    return all;
  }

  private static ObjectNode handouts() {
    var one = SchemaNodes.object();
    one.set("file", SchemaNodes.type("string"));
    one.set("exec", DocumentSchema.texts());
    var properties = SchemaNodes.object();
    properties.set("reserve", SchemaNodes.type("string"));
    var all = SchemaNodes.type("object", "null");
    all.set("properties", properties);
    var sink = closed(one).put("type", "object");
    all.set("additionalProperties", sink.put("minProperties", 1).put("maxProperties", 1));
    return all;
  }

  private static ObjectNode limits() {
    var limits = SchemaNodes.object();
    for (String limit :
        List.of("max_deletes", "max_resyncs", "max_revokes", "max_pauses", "column_reads")) {
      limits.set(
          limit,
          SchemaNodes.type("integer", "string").put("minimum", 0).put("pattern", "^[0-9]+$"));
    }
    return limits;
  }

  private static ObjectNode scope() {
    var scope = SchemaNodes.object();
    List.of("groups", "kinds", "addresses")
        .forEach(part -> scope.set(part, DocumentSchema.texts()));
    return scope;
  }

  private ObjectNode policies() {
    var members = SchemaNodes.object();
    members.set("name", SchemaNodes.type("string").put("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]*$"));
    members.set("severity", SchemaNodes.oneOf(List.of("error", "warn")));
    members.set(
        "on", SchemaNodes.oneOf(List.of("resource", "schema", "table", "column", "change")));
    // An expression that is a single word may look like another type of YAML.
    members.set("when", SchemaNodes.type("string", "boolean"));
    members.set("rule", SchemaNodes.type("string", "boolean"));
    members.set("message", SchemaNodes.type("string"));
    members
        .properties()
        .forEach(entry -> words.describe("policy", entry.getKey(), (ObjectNode) entry.getValue()));
    ObjectNode policy = SchemaNodes.type("object").put("additionalProperties", false);
    policy.set("properties", members);
    policy.set("required", SchemaNodes.texts(List.of("name", "rule", "message")));
    var policies = SchemaNodes.type("array");
    policies.set("items", policy);
    return policies;
  }

  private static ObjectNode closed(JsonNode properties) {
    var closed = SchemaNodes.type("object", "null");
    closed.set("properties", properties);
    return closed.put("additionalProperties", false);
  }
}
