package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// One request that the simulator answered.
///
/// `path` and `query` are as sent, `body` is the JSON sent with secrets as masks (missing without
/// one), `inFlight` is how many were in flight when it came, it among them, `status` is 0 when the
/// connection was dropped without an answer, `violations` says what of the request doesn't fit the
/// API document.
public record RequestRecord(
    String at,
    String method,
    String path,
    String query,
    JsonNode body,
    int status,
    long millis,
    int inFlight,
    List<String> violations) {
  public ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("at", at).put("method", method).put("path", path).put("query", query);
    if (!body.isMissingNode()) {
      json.set("body", body);
    }
    json.put("status", status).put("millis", millis).put("in_flight", inFlight);
    violations.forEach(json.putArray("violations")::add);
    return json;
  }

  static RequestRecord of(JsonNode json) {
    var violations = new ArrayList<String>();
    json.path("violations").forEach(each -> violations.add(each.asText()));
    return new RequestRecord(
        json.path("at").asText(),
        json.path("method").asText(),
        json.path("path").asText(),
        json.path("query").asText(),
        json.path("body"),
        json.path("status").asInt(),
        json.path("millis").asLong(),
        json.path("in_flight").asInt(),
        List.copyOf(violations));
  }
}
