package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Members of JSON nodes as clients write them.
public final class Nodes {

  private Nodes() {}

  /// A member as text, whatever scalar it is; empty when it is missing or null.
  public static Optional<String> text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }
}
