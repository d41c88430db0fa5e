package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.Fingerprints;

/// An answer before it is put into the envelope. Missing `data` is left out, not written as null.
public record Reply(int status, String code, String message, JsonNode data) {
  private static final String SUCCESS = "Success";

  public static Reply ok(String message, JsonNode data) {
    return new Reply(200, SUCCESS, message, data);
  }

  public static Reply created(String message, JsonNode data) {
    return new Reply(201, SUCCESS, message, data);
  }

  /// A file's bytes, which go out without the envelope.
  public static Reply file(byte[] bytes) {
    return new Reply(200, SUCCESS, "", JsonNodeFactory.instance.binaryNode(bytes));
  }

  public static Reply done(String message) {
    return new Reply(200, SUCCESS, message, MissingNode.getInstance());
  }

  public static Reply refused(ApiError error) {
    return new Reply(error.status(), error.code(), error.text(), MissingNode.getInstance());
  }

  /// The body as Fivetran wraps it: `{code, message, data?}`, secrets as masks.
  public ObjectNode envelope() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("code", code);
    body.put("message", message);
    if (!data.isMissingNode()) {
      body.set("data", Fingerprints.masked(data));
    }
    return body;
  }
}
