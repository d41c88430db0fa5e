package dev.ftctl.render.outcome;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.Json;
import dev.ftctl.render.ProblemJson;
import java.util.List;

/// What an apply did as JSON, for `--report` and `--format json`: `schemas/report.schema.json`.
public final class OutcomeJson {

  public static final String FORMAT = "ftctl-report/v1";

  /// What the user does about a defect.
  static final String REPORT_IT =
      "Report it with the details file; apply again does what is not done yet.";

  /// What the user does about an object that was made twice.
  static final String PLAN_ANEW =
      "Make a new plan: it goes on with the one that counts, and lists what is extra.";

  private OutcomeJson() {}

  /// The whole report.
  ///
  /// @param error what stopped the run outside of any step, empty for none
  /// @param policies that are not kept
  /// @param left what was read back and is not as the manifests say
  /// @param notKept fields that Fivetran took and does not have
  /// @param seen how far the account shows what was written
  public static String of(
      Outcomes outcomes,
      String error,
      List<Problem> policies,
      List<String> left,
      List<Problem> notKept,
      Seen seen,
      int exitCode) {
    ObjectNode json = Json.object();
    json.put("format", FORMAT);
    ArrayNode list = json.putArray("outcomes");
    outcomes.outcomes().forEach(outcome -> list.add(outcome(outcome)));
    OutcomeCounts counts = OutcomeCounts.of(outcomes);
    json.putObject("counts")
        .put("done", counts.done())
        .put("held", counts.held())
        .put("waiting", counts.waiting())
        .put("unfinished", counts.unfinished())
        .put("failed", counts.failed())
        .put("skipped", counts.skipped())
        .put("writes", counts.writes());
    json.put("interrupted", outcomes.interrupted());
    if (!error.isEmpty()) {
      json.put("error", error);
    }
    json.set("policies", ProblemJson.list(policies));
    json.set("left", Json.texts(left));
    json.set("not_kept", ProblemJson.list(notKept));
    if (!seen.equals(Seen.NOTHING)) {
      json.putObject("read_back")
          .put("compared", seen.compared())
          .put("accepted", seen.accepted())
          .set("unshown", Json.texts(seen.unshown()));
    }
    json.put("exit_code", exitCode);
    return Json.text(json);
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode json = Json.object();
    json.put("address", outcome.step().address().toString())
        .put("step", outcome.step().name().word());
    json.put("result", word(outcome));
    switch (outcome) {
      case Outcome.Done done -> end(json, done.notes(), done.writes());
      case Outcome.Held held -> end(json, held.why().lines().toList(), held.writes());
      case Outcome.Waiting waiting -> end(json, waiting);
      case Outcome.Unfinished unfinished ->
          end(json, List.of(unfinished.why()), unfinished.writes());
      case Outcome.Overtaken overtaken -> {
        end(json, List.of(overtaken.why()), overtaken.writes());
        json.put("next", PLAN_ANEW);
      }
      case Outcome.Failed failed -> {
        end(json, List.of(failed.message()), failed.writes());
        json.put("next", nextStep(failed));
      }
      case Outcome.Broken broken -> {
        end(json, List.of(what(broken)), broken.writes());
        json.put("next", REPORT_IT);
      }
      case Outcome.Skipped skipped -> end(json, List.of(skipped.because()), List.of());
    }
    return json;
  }

  private static void end(ObjectNode json, Outcome.Waiting waiting) {
    end(json, List.of(waiting.why()), waiting.writes());
    if (waiting.holdsBack()) {
      json.put("holds_back", true);
    }
  }

  private static void end(ObjectNode json, List<String> notes, List<String> writes) {
    json.set("notes", Json.texts(notes));
    json.set("writes", Json.texts(writes));
  }

  static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> "done";
      case Outcome.Held held -> "held";
      case Outcome.Waiting waiting -> "waiting";
      case Outcome.Unfinished unfinished -> "unfinished";
      case Outcome.Overtaken overtaken -> "failed";
      case Outcome.Failed failed -> "failed";
      case Outcome.Broken broken -> "failed";
      case Outcome.Skipped skipped -> "skipped";
    };
  }

  /// Never the defect's own words, which nobody chose for a user's eyes: they are in the details
  /// file.
  static String what(Outcome.Broken broken) {
    return "a defect of ftctl (" + broken.defect().getClass().getSimpleName() + ")";
  }

  /// What the user does about a failed step.
  static String nextStep(Outcome.Failed failed) {
    if (failed.isWithheld()) {
      return "Lift what forbids it where this may be done, then apply again.";
    }
    if (failed.isDenied()) {
      return "Give the API key's user the permission that this needs, then apply again.";
    }
    if (failed.isConflict()) {
      return "The name is taken, or something else happens to the object. Run `ftctl plan`: what"
          + " somebody made meanwhile is found there and is not made again; where the plan is the"
          + " same, this key can't see whose name it is.";
    }
    return failed.isAway()
        ? "Apply again when the API answers: what is done already is not done twice."
        : "Mend the manifest by what Fivetran says, then apply again: what is done already is not"
            + " done twice.";
  }
}
