package dev.ftctl.render.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.check.Difference;
import dev.ftctl.check.TestOutcome;
import dev.ftctl.render.Json;

/// Tests as JSON, `schemas/check.schema.json`. The shape changes only together with the version in
/// `format`.
public final class CheckJson {

  private static final String FORMAT = "ftctl-check/v1";

  private CheckJson() {}

  public static String of(CheckReport report) {
    ObjectNode json = Json.object();
    json.put("format", FORMAT);
    ArrayNode tests = json.putArray("tests");
    report.outcomes().forEach(outcome -> tests.add(outcome(outcome)));
    json.putObject("counts")
        .put("tests", report.outcomes().size())
        .put("failed", report.failed())
        .put("files", report.files());
    json.put("exit_code", report.exitCode());
    return Json.text(json);
  }

  private static ObjectNode outcome(TestOutcome outcome) {
    ObjectNode json = Json.object();
    json.put("name", outcome.test().name());
    Json.putPlace(json, outcome.test().place());
    json.put("holds", outcome.holds());
    ArrayNode differences = json.putArray("differences");
    outcome.differences().forEach(difference -> differences.add(difference(difference)));
    return json;
  }

  private static ObjectNode difference(Difference difference) {
    ObjectNode json = Json.object();
    json.put("part", difference.part());
    ArrayNode lines = json.putArray("lines");
    difference
        .lines()
        .forEach(line ->
            lines
                .addObject()
                .put("side", line.side().word())
                .put("depth", line.depth())
                .put("text", line.text()));
    return json;
  }
}
