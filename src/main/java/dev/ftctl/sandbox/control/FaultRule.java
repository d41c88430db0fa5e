package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.http.Answer;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Strict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// One rule of the fault list: which requests, and what happens to them.
///
/// `{"match": {method?, path? (regular expression, found anywhere in the raw path), nth?, every?,
/// times?, above?}, "then": {latencyMillis?, stallMillis?, status?, headers?, body? | html?,
/// retryAfter?, drop?: "before" | "after", tornBody?, commit?}}`
///
/// `nth` and `every` count the requests that method and path fit, from 1, since the rules were set;
/// `times` bounds how often the rule applies; with `above` it applies only while more requests than
/// that are in flight, itself among them.
final class FaultRule {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Strict RULE =
      new Strict(Map.of("match", Strict.Sort.OBJECT, "then", Strict.Sort.OBJECT));
  private static final Strict MATCH =
      new Strict(
          Map.of(
              "method", Strict.Sort.TEXT,
              "path", Strict.Sort.TEXT,
              "nth", Strict.Sort.NUMBER,
              "every", Strict.Sort.NUMBER,
              "times", Strict.Sort.NUMBER,
              "above", Strict.Sort.NUMBER));
  private static final Strict THEN =
      new Strict(
          Map.of(
              "latencyMillis", Strict.Sort.NUMBER,
              "stallMillis", Strict.Sort.NUMBER,
              "status", Strict.Sort.NUMBER,
              "headers", Strict.Sort.OBJECT,
              "body", Strict.Sort.ANY,
              "html", Strict.Sort.TEXT,
              "retryAfter", Strict.Sort.ANY,
              "drop", Strict.Sort.TEXT,
              "tornBody", Strict.Sort.TRUTH,
              "commit", Strict.Sort.TRUTH));
  private static final List<String> DROPS = List.of("before", "after");

  private final String method;
  private final Pattern path;
  private final long nth;
  private final long every;
  private final long times;
  private final long above;
  private final Fault fault;
  private long fitting;
  private long applied;

  private FaultRule(JsonNode match, Fault fault) {
    this.method = match.path("method").asText("");
    this.path = Pattern.compile(match.path("path").asText(""));
    this.nth = match.path("nth").asLong(0);
    this.every = match.path("every").asLong(0);
    this.times = match.path("times").asLong(Long.MAX_VALUE);
    this.above = match.path("above").asLong(0);
    this.fault = fault;
  }

  static FaultRule of(JsonNode rule) {
    check(rule);
    try {
      return new FaultRule(rule.path("match"), fault(rule.path("then")));
    } catch (PatternSyntaxException bad) {
      throw ApiError.invalid(
          "path of a fault rule is no regular expression: " + bad.getDescription());
    }
  }

  private static void check(JsonNode rule) {
    var checked = RULE.checked("", rule);
    if (checked.has("match")) {
      MATCH.checked("match", checked.path("match"));
    }
    var then = THEN.checked("then", checked.path("then"));
    if (then.has("drop") && !DROPS.contains(then.path("drop").asText())) {
      throw ApiError.invalid("'then.drop' must be before or after");
    }
  }

  /// Counts the request and says whether the rule applies to it.
  ///
  /// @param inFlight how many requests are in flight, with it
  boolean takes(String requestMethod, String rawPath, int inFlight) {
    if (!method.isEmpty() && !method.equalsIgnoreCase(requestMethod)
        || inFlight <= above
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
