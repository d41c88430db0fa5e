package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One control call, as `GET /_sandbox/` tells of it.
///
/// @param path below `/_sandbox/`
/// @param body the shape of the body in words; empty for none
record Endpoint(String method, String path, String what, String body, Deed deed) {

  /// Does it, and gives the answer.
  interface Deed {
    ObjectNode answer(com.fasterxml.jackson.databind.JsonNode body);
  }

  ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("method", method).put("path", ControlDesk.PREFIX + path).put("what", what);
    return body.isEmpty() ? json : json.put("body", body);
  }
}
