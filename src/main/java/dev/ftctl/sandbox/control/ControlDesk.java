package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.Answer;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Incoming;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.Strict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The endpoints under `/_sandbox/`, which drive a simulator in another process as [SandboxControl]
/// drives one in this process. No credentials, loopback only, not in the request log. What a body
/// holds that nobody reads is refused.
public final class ControlDesk {
  public static final String PREFIX = "/_sandbox/";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Strict CLOCK = new Strict(Map.of("advanceSeconds", Strict.Sort.NUMBER));

  private final SandboxControl control;
  private final List<Endpoint> endpoints;

  public ControlDesk(SandboxControl control) {
    this.control = control;
    this.endpoints =
        Stream.of(ofTheAccount(), ofWhatHappens(), ofTheLog()).flatMap(List::stream).toList();
  }

  private List<Endpoint> ofTheAccount() {
    return List.of(
        new Endpoint("GET", "", "These calls.", "", body -> calls()),
        new Endpoint(
            "GET",
            "account",
            "The whole account, secrets as fingerprints.",
            "",
            body -> control.account()),
        new Endpoint(
            "PUT",
            "account",
            "Puts another account in its place; without 'account' the key's owner stays.",
            "{collection: {id: node}}",
            body -> done(() -> control.replaceAccount(body))),
        new Endpoint(
            "PATCH",
            "account",
            "Lays nodes over the account: objects merge, null removes (RFC 7396).",
            "{collection: {id: node}}",
            body -> done(() -> control.mergeAccount(body))),
        new Endpoint("GET", "clock", "The account's time.", "", body -> clock()),
        new Endpoint(
            "POST",
            "clock",
            "Moves the account's clock forward; what is due happens.",
            "{advanceSeconds}",
            this::advance));
  }

  private List<Endpoint> ofWhatHappens() {
    return List.of(
        new Endpoint(
            "PUT",
            "faults",
            "Replaces the fault rules; an empty list ends all faults.",
            "[{match: {method, path, nth, every, times}, then: {latencyMillis, stallMillis,"
                + " status, headers, body, html, retryAfter, drop, tornBody, commit}}]",
            body -> done(() -> control.faults(body))),
        new Endpoint(
            "PUT",
            "next-sync",
            "Says how the next sync of a connection goes.",
            "{connection: id or name, seconds, outcome: succeeds | fails | breaks |"
                + " rescheduled, resumes_after_seconds, task: {code, message, details},"
                + " warning: {…}}",
            this::nextSync),
        new Endpoint(
            "PUT",
            "quotas",
            "Replaces the quotas; an empty object lifts all.",
            "{" + String.join(", ", SandboxControl.QUOTAS) + "}",
            body -> done(() -> control.quotas(body))));
  }

  private List<Endpoint> ofTheLog() {
    return List.of(
        new Endpoint(
            "GET",
            "requests",
            "The requests answered so far, oldest first.",
            "",
            body -> requests()),
        new Endpoint(
            "DELETE", "requests", "Forgets them.", "", body -> done(control::forgetRequests)),
        new Endpoint(
            "POST",
            "reset",
            "Makes account and clock as new; forgets faults, quotas and requests.",
            "",
            body -> done(control::reset)));
  }

  public Answer answer(Incoming incoming) {
    try {
      var path = incoming.rawPath().substring(PREFIX.length());
      return Answer.json(
          200, Map.of(), endpoint(incoming.method(), path).deed().answer(body(incoming)));
    } catch (ApiError refused) {
      return Answer.json(refused.status(), Map.of(), Reply.refused(refused).envelope());
    }
  }

  private Endpoint endpoint(String method, String path) {
    var here = endpoints.stream().filter(each -> each.path().equals(path)).toList();
    return here.stream()
        .filter(each -> each.method().equals(method))
        .findFirst()
        .orElseThrow(() -> here.isEmpty() ? unknown(path) : otherMethod(method, here));
  }

  private ApiError unknown(String path) {
    var near = Strict.near(path, endpoints.stream().map(Endpoint::path).toList());
    var advice = near.map(name -> "did you mean '" + PREFIX + name + "'? ").orElse("");
    return ApiError.notFound(
        "NotFound",
        "no such control call: " + PREFIX + path + "; " + advice + "GET " + PREFIX + " lists them");
  }

  private static ApiError otherMethod(String method, List<Endpoint> here) {
    var known = String.join(", ", here.stream().map(Endpoint::method).toList());
    return ApiError.notAllowed(
        method
            + " is no control call on "
            + PREFIX
            + here.getFirst().path()
            + ": there is "
            + known);
  }

  private ObjectNode calls() {
    var json = JSON.createObjectNode();
    var items = json.putArray("calls");
    endpoints.forEach(each -> items.add(each.toJson()));
    return json;
  }

  private static ObjectNode done(Runnable deed) {
    deed.run();
    return JSON.createObjectNode().put("done", true);
  }

  private ObjectNode clock() {
    return JSON.createObjectNode().put("now", control.now());
  }

  private ObjectNode advance(JsonNode body) {
    control.advance(Duration.ofSeconds(CLOCK.checked("", body).path("advanceSeconds").asLong(0)));
    return clock().put("done", true);
  }

  private ObjectNode nextSync(JsonNode body) {
    var exists = control.nextSync(body);
    return JSON.createObjectNode().put("done", true).put("connection_exists", exists);
  }

  private ObjectNode requests() {
    var json = JSON.createObjectNode();
    var items = json.putArray("requests");
    control.requests().forEach(request -> items.add(request.toJson()));
    return json;
  }

  private static JsonNode body(Incoming incoming) {
    if (incoming.body().length == 0) {
      return MissingNode.getInstance();
    }
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
