package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One request that the simulator answered.
///
/// `path` and `query` are as sent, `body` is the JSON sent with secrets as masks (missing without
/// one), `status` is 0 when the connection was dropped without an answer.
public record RequestRecord(
    String at, String method, String path, String query, JsonNode body, int status, long millis) {
  public ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("at", at).put("method", method).put("path", path).put("query", query);
    if (!body.isMissingNode()) {
      json.set("body", body);
    }
    return json.put("status", status).put("millis", millis);
  }

  static RequestRecord of(JsonNode json) {
    return new RequestRecord(
        json.path("at").asText(),
        json.path("method").asText(),
        json.path("path").asText(),
        json.path("query").asText(),
        json.path("body"),
        json.path("status").asInt(),
        json.path("millis").asLong());
  }
}
