package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One committed write of the store, and its line in the data file's log.
sealed interface Commit {
  String collection();

  String id();

  record Put(String collection, String id, ObjectNode node) implements Commit {}

  record Remove(String collection, String id) implements Commit {}

  /// `{"put": collection, "id": id, "node": …}` or `{"remove": collection, "id": id}`.
  default ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    switch (this) {
      case Put put -> json.put("put", put.collection()).put("id", put.id()).set("node", put.node());
      case Remove remove -> json.put("remove", remove.collection()).put("id", remove.id());
    }
    return json;
  }

  static Commit of(JsonNode json) {
    var id = json.path("id").asText();
    return json.path("node") instanceof ObjectNode node
        ? new Put(json.path("put").asText(), id, node)
        : new Remove(json.path("remove").asText(), id);
  }
}
