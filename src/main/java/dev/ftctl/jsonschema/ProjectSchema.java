package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.Risk;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The schema of the project file, `ftctl.yaml`.
record ProjectSchema(List<KindDefinition> kinds, Words words) {

  ObjectNode of() {
    var project = Json.type("object", "null");
    ObjectNode properties = project.putObject("properties");
    properties.set("account", Json.ref("text"));
    properties.set("manifests", Envelope.texts());
    properties.set("include", Envelope.texts());
    properties.set("exclude", Envelope.texts());
    properties.set("scope", closed(scope()));
    properties.set("environments", environments());
    properties.set("default_environment", Json.ref("text"));
    properties.set("secrets", secrets());
    properties.set("variables", Json.type("object", "null"));
    properties.set("defaults", defaults());
    properties.set("allow", allow());
    properties.set("limits", closed(limits()));
    ObjectNode prune = Json.object();
    prune.set("scope", closed(scope()));
    prune.set("limits", closed(limits()));
    properties.set("prune", closed(prune));
    properties.set("protect", Envelope.texts());
    properties.set("ignore", ignore());
    properties.set("policies", policies());
    properties
        .properties()
        .forEach(entry -> words.describe("project", entry.getKey(), (ObjectNode) entry.getValue()));
    return project.put("additionalProperties", false);
  }

  private ObjectNode defaults() {
    var byKind = Json.object();
    for (KindDefinition kind : kinds) {
      kind.names().forEach(name -> byKind.set(name, Json.ref(kind.name() + ".spec")));
    }
    return closed(byKind);
  }

  private static ObjectNode allow() {
    String risks = Arrays.stream(Risk.values()).map(Risk::flag).collect(Collectors.joining("|"));
    var allow = Json.type("array", "string").put("pattern", "^(" + risks + ")(:.*)?$");
    allow.set("items", Json.type("string").put("pattern", "^(" + risks + ")(:.*)?$"));
    return allow;
  }

  private static ObjectNode ignore() {
    var one = Json.type("string", "object");
    ObjectNode properties = one.putObject("properties");
    properties.set("addresses", Envelope.texts());
    properties.set("fields", Envelope.texts());
    one.putArray("required").add("addresses");
    one.put("additionalProperties", false);
    var ignore = Json.type("array", "string");
    ignore.set("items", one);
    return ignore;
  }

  private static ObjectNode environments() {
    var one = Json.object();
    one.set("account", Json.ref("text"));
    one.set("variables", Json.type("object", "null"));
    one.set("overlays", Envelope.texts());
    var names = Json.object();
    List.of("key", "secret").forEach(part -> names.set(part, Json.ref("text")));
    one.set("credentials", closed(names));
    var environment = closed(one);
    environment.set("required", Json.texts(List.of("account")));
    var all = Json.type("object", "null");
    all.set("additionalProperties", environment.put("type", "object"));
    return all;
  }

  private static ObjectNode secrets() {
    var one = Json.object();
    List.of("env", "file", "folder").forEach(form -> one.set(form, Json.type("string")));
    one.set("exec", Envelope.texts());
    var all = Json.type("object", "null");
    var source = closed(one).put("type", "object");
    all.set("additionalProperties", source.put("minProperties", 1).put("maxProperties", 1));
    return all;
  }

  private static ObjectNode limits() {
    var limits = Json.object();
    for (String limit : List.of("max_deletes", "max_resyncs", "max_revokes")) {
      limits.set(
          limit, Json.type("integer", "string").put("minimum", 0).put("pattern", "^[0-9]+$"));
    }
    return limits;
  }

  private static ObjectNode scope() {
    var scope = Json.object();
    List.of("groups", "kinds", "addresses").forEach(part -> scope.set(part, Envelope.texts()));
    return scope;
  }

  private ObjectNode policies() {
    var members = Json.object();
    members.set("name", Json.type("string").put("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]*$"));
    members.set("severity", Json.oneOf(List.of("error", "warn")));
    members.set("on", Json.oneOf(List.of("resource", "schema", "table", "column", "change")));
    // An expression that is a single word may look like another type of YAML.
    members.set("when", Json.type("string", "boolean"));
    members.set("rule", Json.type("string", "boolean"));
    members.set("message", Json.type("string"));
    members
        .properties()
        .forEach(entry -> words.describe("policy", entry.getKey(), (ObjectNode) entry.getValue()));
    ObjectNode policy = Json.type("object").put("additionalProperties", false);
    policy.set("properties", members);
    policy.set("required", Json.texts(List.of("name", "rule", "message")));
    var policies = Json.type("array");
    policies.set("items", policy);
    return policies;
  }

  private static ObjectNode closed(JsonNode properties) {
    var closed = Json.type("object", "null");
    closed.set("properties", properties);
    return closed.put("additionalProperties", false);
  }
}
