package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kinds.transformationproject.ProjectFields.CONFIG;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.model.Calls;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Whether a project can work, which is a person's matter where it can't: Fivetran has made a key
/// for it, and somebody has to let that in.
final class Standing {

  private static final String READY = "READY";

  private Standing() {}

  static boolean isReady(Value.Mapping project) {
    return project.text("status").equals(READY);
  }

  /// How a test came out.
  static StepResult result(Value.Mapping answer) {
    return isReady(answer)
        ? StepResult.DONE
        : new StepResult.Waiting(String.join("\n", told(answer)), true);
  }

  /// With what is open of a project that needs no change.
  static Findings told(Findings findings, Value.Mapping project, Intent intent) {
    boolean isTested = intent.setupTests() != Intent.SetupTests.NEVER;
    if (findings.hasChanges()) {
      return findings;
    }
    if (isReady(project)) {
      return intent.setupTests() == Intent.SetupTests.ALWAYS
          ? findings.followedUp().noting("apply tests it")
          : findings;
    }
    List<String> told = told(project);
    Findings open = findings.leavingOpen("waiting for a person: " + told.getFirst());
    for (String line : told.subList(1, told.size())) {
      open = open.noting(line);
    }
    return isTested ? open.followedUp().noting("apply tests it once more") : open;
  }

  /// What is wrong, then what to do, in lines.
  private static List<String> told(Value.Mapping project) {
    String errors =
        project.get("errors") instanceof Value.Items list
            ? list.items().stream().map(Value::asText).collect(Collectors.joining("; "))
            : "";
    String why = errors.isEmpty() ? String.join("; ", TestResults.failures(project)) : errors;
    var lines = new ArrayList<String>();
    lines.add(project.text("status") + (why.isEmpty() ? "" : ": " + why));
    DeployKey.of(project.mapping(CONFIG)).ifPresent(key -> lines.addAll(key.told()));
    return lines;
  }

  static List<Step> steps(Change change, Intent intent) {
    return switch (change) {
      case Change.Keep keep ->
          keep.findings().followUp() ? List.of(new Step(change, StepName.TEST, false)) : List.of();
      case Change.Gone gone -> List.of();
      case Change.Delete delete -> List.of(new Step(change, StepName.DELETE, false));
      case Change.Update update ->
          List.of(
              new Step(change, StepName.UPDATE, false)
                  .sending(Calls.requests(runsAfter(update, intent) ? 2 : 1)));
      case Change.Create create -> List.of(made(change, intent));
      case Change.Replace replace ->
          List.of(made(change, intent), new Step(change, StepName.DROP, false));
    };
  }

  /// A destination whose tests fail takes no project. The list is read before and after, and the
  /// projects of the group.
  private static Step made(Change change, Intent intent) {
    return new Step(change, StepName.CREATE, true).sending(Calls.requests(runs(intent) ? 4 : 3));
  }

  static boolean runs(Intent intent) {
    return intent.setupTests() != Intent.SetupTests.NEVER;
  }

  /// Threads make no difference to whether a project works.
  static boolean runsAfter(Change.Update update, Intent intent) {
    return runs(intent)
        && (intent.setupTests() == Intent.SetupTests.ALWAYS
            || update.findings().fields().stream()
                .anyMatch(change -> !change.path().leaf().equals("threads")));
  }
}
