package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.Answer;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Incoming;
import dev.ftctl.sandbox.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/// The endpoints under `/_sandbox/`, which drive a simulator in another process as [SandboxControl]
/// drives one in this process. No credentials, only what the [dev.ftctl.sandbox.http.Doorkeeper]
/// lets in, bodies as JSON only; not in the request log.
public final class ControlDesk {
  public static final String PREFIX = "/_sandbox/";

  private static final JsonMapper JSON = new JsonMapper();

  private final SandboxControl control;

  public ControlDesk(SandboxControl control) {
    this.control = control;
  }

  public Answer answer(Incoming incoming) {
    try {
      var data =
          handled(
              incoming.method() + " " + incoming.rawPath().substring(PREFIX.length()), incoming);
      return Answer.json(200, Map.of(), data);
    } catch (ApiError refused) {
      return Answer.json(refused.status(), Map.of(), Reply.refused(refused).envelope());
    }
  }

  private ObjectNode handled(String endpoint, Incoming incoming) {
    var done = JSON.createObjectNode().put("done", true);
    switch (endpoint) {
      case "GET requests" -> {
        return requests();
      }
      case "GET account" -> {
        return control.account();
      }
      case "DELETE requests" -> control.forgetRequests();
      case "PUT faults" -> control.faults(body(incoming));
      case "PUT quotas" -> control.quotas(body(incoming));
      case "PUT next-sync" -> done.put("connection_exists", control.nextSync(body(incoming)));
      case "POST reset" -> control.reset();
      case "PUT account" -> control.replaceAccount(body(incoming));
      case "POST clock" ->
          control.advance(Duration.ofSeconds(body(incoming).path("advanceSeconds").asLong(0)));
      default -> throw ApiError.notFound("NotFound", "no such control endpoint: " + endpoint);
    }
    return done;
  }

  private ObjectNode requests() {
    var json = JSON.createObjectNode();
    var items = json.putArray("requests");
    control.requests().forEach(request -> items.add(request.toJson()));
    return json;
  }

  private static JsonNode body(Incoming incoming) {
    // Which a form of a web page can't send.
    if (!incoming.isJson()) {
      throw new ApiError(
          415, "UnsupportedMediaType", "Send the body with Content-Type: application/json");
    }
    try {
      return JSON.readTree(incoming.body());
    } catch (JsonProcessingException malformed) {
      throw ApiError.invalid("The request body is not valid JSON");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
