package dev.ftctl.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.problem.CallDetails;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Problems as JSON, with the exit code that they lead to.
public final class ProblemJson {

  public static final String FORMAT = "ftctl-problems/v1";

  private ProblemJson() {}

  public static String of(List<Problem> problems, int exitCode) {
    ObjectNode json = Json.object();
    json.put("format", FORMAT);
    json.set("problems", list(problems));
    json.put("errors", problems.stream().filter(Problem::isError).count());
    json.put("exit_code", exitCode);
    return Json.text(json);
  }

  /// Which files `fmt` has changed, or with `--check` would, and why others can't be formatted.
  public static String ofFormat(List<String> changed, List<Problem> problems, int exitCode) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-fmt/v1");
    json.set("changed", Json.texts(changed));
    json.set("problems", list(problems));
    json.put("exit_code", exitCode);
    return Json.text(json);
  }

  public static ArrayNode list(List<Problem> problems) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    problems.forEach(problem -> array.add(problem(problem)));
    return array;
  }

  /// Problems out of such a list; what stood around their places is not told there.
  public static List<Problem> read(JsonNode list) {
    var problems = new ArrayList<Problem>();
    list.forEach(one ->
        problems.add(
            new Problem(
                Severity.valueOf(one.path("severity").asText().toUpperCase(Locale.ROOT)),
                place(one),
                one.path("rule").asText(),
                one.path("subject").asText(),
                one.path("message").asText(),
                one.path("fix").asText(),
                new CallDetails(one.path("key").asText(), one.path("request_id").asText()))));
    return problems;
  }

  /// The place that stands in an object, as [Json#putPlace] wrote it.
  public static SourceLocation place(JsonNode json) {
    return json.has("file")
        ? SourceLocation.of(
            json.path("file").asText(), json.path("line").asInt(1), json.path("column").asInt(1))
        : SourceLocation.NONE;
  }

  private static ObjectNode problem(Problem problem) {
    ObjectNode json = Json.object();
    json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    Json.putPlace(json, problem.place());
    json.put("rule", problem.rule());
    if (!problem.subject().isEmpty()) {
      json.put("subject", problem.subject());
    }
    json.put("message", problem.message());
    if (!problem.fix().isEmpty()) {
      json.put("fix", problem.fix());
    }
    if (!problem.call().key().isEmpty()) {
      json.put("key", problem.call().key());
    }
    if (!problem.call().requestId().isEmpty()) {
      json.put("request_id", problem.call().requestId());
    }
    return json;
  }
}
