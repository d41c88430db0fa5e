package dev.ftctl.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What decides how a source looks. Equal specs give equal sources, in every run.
///
/// @param service the connection's service
/// @param schema the connection's name, its root `schema`
/// @param database the database's name in the config, or an empty text
/// @param host the host in the config, or an empty text
/// @param overrides `{schemas?, tables?, columns?, seed?}` (numbers) for a generated source of that
///   many schemas, of tables in all, and of columns per table; `{add?: {schema: {table:
///   [columns]}}, drop?: {schema: [tables]}}` for single changes; empty for none
public record SourceSpec(
    String service, String schema, String database, String host, ObjectNode overrides) {

  /// The spec behind a connection as the store holds it.
  public static SourceSpec of(JsonNode connection, ObjectNode overrides) {
    var config = connection.path("config");
    return new SourceSpec(
        connection.path("service").asText(),
        connection.path("schema").asText(),
        config.path("database").asText(""),
        config.path("host").asText(""),
        overrides);
  }

  public static SourceSpec fromJson(JsonNode json) {
    return new SourceSpec(
        json.path("service").asText(),
        json.path("schema").asText(),
        json.path("database").asText(),
        json.path("host").asText(),
        json.path("overrides") instanceof ObjectNode overrides
            ? overrides
            : JsonNodeFactory.instance.objectNode());
  }

  public ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("service", service).put("schema", schema).put("database", database).put("host", host);
    json.set("overrides", overrides);
    return json;
  }

  /// The first part of the connection's name: the schema in the destination.
  String schemaRoot() {
    var dot = schema.indexOf('.');
    return dot < 0 ? schema : schema.substring(0, dot);
  }

  /// The second part of the connection's name: table or table group; `data` when there is none.
  String tablePart() {
    var dot = schema.indexOf('.');
    return dot < 0 ? "data" : schema.substring(dot + 1);
  }

  /// The same number in every run; `seed` in the overrides decides alone when it is given.
  long seed() {
    if (overrides.path("seed").canConvertToLong()) {
      return overrides.path("seed").asLong();
    }
    var seed = 1_469_598_103L;
    for (char letter : (service + '|' + host + '|' + database).toCharArray()) {
      seed = seed * 1_000_003L + letter;
    }
    return seed;
  }
}
