package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.util.Map;
import java.util.Optional;

/// One request as a handler sees it: path segments decoded, legacy names replaced by today's.
///
/// `body` is an empty object when the request had none; `hasBody` tells the two apart.
public record Call(
    String method,
    String path,
    Map<String, String> pathParams,
    Map<String, String> query,
    ObjectNode body,
    boolean hasBody,
    boolean version2,
    AccountData account) {

  /// A path parameter that the route's template names.
  public String param(String name) {
    var value = pathParams.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no path parameter " + name + " in " + path);
    }
    return value;
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /// Which part of a list is asked for; refuses a bad `limit` or `cursor`.
  public ListPage page() {
    return ListPage.of(query("limit"), query("cursor"));
  }

  /// A text the request must carry; blank counts as missing.
  public String required(String field) {
    return text(field)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> ApiError.invalid("Field '" + field + "' is required"));
  }

  /// A text member of the body; absent when missing or null.
  public Optional<String> text(String field) {
    return Nodes.text(body, field);
  }

  /// A boolean member; clients also send "true" and "false" as text.
  public Optional<Boolean> bool(String field) {
    return text(field).map(value -> parsedBool(field, value));
  }

  private static boolean parsedBool(String field, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ApiError.invalid("Invalid value for field '" + field + "'");
    };
  }
}
