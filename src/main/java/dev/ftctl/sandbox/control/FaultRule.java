package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.http.Answer;
import dev.ftctl.sandbox.http.ApiError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// One rule of the fault list: which requests, and what happens to them.
///
/// `{"match": {method?, path? (regular expression, found anywhere in the raw path), nth?, every?,
/// times?}, "then": {latencyMillis?, stallMillis?, status?, headers?, body? | html?, retryAfter?,
/// drop?: "before" | "after", tornBody?, commit?}}`
///
/// `nth` and `every` count the requests that method and path fit, from 1, since the rules were set;
/// `times` bounds how often the rule applies.
final class FaultRule {
  private static final JsonMapper JSON = new JsonMapper();

  private final String method;
  private final Pattern path;
  private final long nth;
  private final long every;
  private final long times;
  private final Fault fault;
  private long fitting;
  private long applied;

  private FaultRule(JsonNode match, Fault fault) {
    this.method = match.path("method").asText("");
    this.path = Pattern.compile(match.path("path").asText(""));
    this.nth = match.path("nth").asLong(0);
    this.every = match.path("every").asLong(0);
    this.times = match.path("times").asLong(Long.MAX_VALUE);
    this.fault = fault;
  }

  static FaultRule of(JsonNode rule) {
    try {
      return new FaultRule(rule.path("match"), fault(rule.path("then")));
    } catch (PatternSyntaxException bad) {
      throw ApiError.invalid(
          "path of a fault rule is no regular expression: " + bad.getDescription());
    }
  }

  /// Counts the request and says whether the rule applies to it.
  boolean takes(String requestMethod, String rawPath) {
    if (!method.isEmpty() && !method.equalsIgnoreCase(requestMethod)
        || !path.matcher(rawPath).find()) {
      return false;
    }
    fitting++;
    var due =
        (nth == 0 || fitting == nth) && (every == 0 || fitting % every == 0) && applied < times;
    applied += due ? 1 : 0;
    return due;
  }

  Fault fault() {
    return fault;
  }

  private static Fault fault(JsonNode then) {
    var drop = then.path("drop").asText("");
    var substitute = substitute(then);
    var replaces = substitute instanceof Fault.Substitute.Given;
    var commit = then.path("commit").asBoolean(!drop.equals("before") && !replaces);
    return new Fault(
        Duration.ofMillis(then.path("latencyMillis").asLong(0)),
        Duration.ofMillis(then.path("stallMillis").asLong(0)),
        substitute,
        commit,
        !drop.isEmpty(),
        then.path("tornBody").asBoolean(false));
  }

  private static Fault.Substitute substitute(JsonNode then) {
    if (!then.has("status") && !then.has("body") && !then.has("html")) {
      return new Fault.Substitute.Nothing();
    }
    var status = then.path("status").asInt(200);
    var headers = new LinkedHashMap<String, String>();
    then.path("headers")
        .properties()
        .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
    if (then.has("retryAfter")) {
      headers.put("Retry-After", then.path("retryAfter").asText());
    }
    if (then.has("html")) {
      return new Fault.Substitute.Given(
          status, Map.copyOf(headers), "text/html", then.path("html").asText());
    }
    return new Fault.Substitute.Given(
        status, Map.copyOf(headers), Answer.JSON_TYPE, body(then, status));
  }

  private static String body(JsonNode then, int status) {
    if (then.path("body").isTextual()) {
      return then.path("body").asText();
    }
    if (then.has("body")) {
      return then.path("body").toString();
    }
    var code = status == 429 ? "TooManyRequests" : "Fault";
    return JSON.createObjectNode()
        .put("code", code)
        .put("message", "Injected fault: HTTP " + status)
        .toString();
  }
}
