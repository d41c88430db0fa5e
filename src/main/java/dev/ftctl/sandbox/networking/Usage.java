package dev.ftctl.sandbox.networking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.Nodes;

/// How agents tell what uses them.
final class Usage {
  private Usage() {}

  /// A destination has no schema.
  static ObjectNode of(ObjectNode user, String idName) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(idName, user.path("id").asText())
        .put("schema", Nodes.text(user, "schema").orElse(null))
        .put("service", user.path("service").asText());
  }
}
