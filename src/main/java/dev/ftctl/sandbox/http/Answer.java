package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// What goes over the wire: status, headers beyond the content type, body.
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; nobody compares
public record Answer(int status, Map<String, String> headers, String contentType, byte[] body) {
  public static final String JSON_TYPE = "application/json";
  static final String FILE_TYPE = "application/octet-stream";

  private static final JsonMapper JSON = new JsonMapper();

  public static Answer json(int status, Map<String, String> headers, ObjectNode body) {
    try {
      return new Answer(status, headers, JSON_TYPE, JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
