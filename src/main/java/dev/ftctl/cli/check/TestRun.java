package dev.ftctl.cli.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.check.Asked;
import dev.ftctl.check.Came;
import dev.ftctl.check.ManifestTest;
import dev.ftctl.check.TestOutcome;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Failures;
import dev.ftctl.cli.telling.Stopped;
import dev.ftctl.impact.Impacts;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.IntentPatterns;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Planned;
import dev.ftctl.walk.PolicyCheck;
import dev.ftctl.walk.Walk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Runs one test after another on a stage: its plan is made as `plan` makes it, and sends nothing
/// but GET.
///
/// @param started when the command began, for tests that say no time
record TestRun(
    Run run, WantedManifests manifests, GivenAccounts givens, Stage stage, Instant started) {

  private static final String ID = "account_id";

  /// The simulator's own.
  private static final String UNNAMED = "sandbox_account";

  /// @throws ManifestException when the account that it is given can't be made
  TestOutcome outcome(ManifestTest test) {
    Path file = run.console().folder().resolve(test.file()).normalize();
    Path folder = Objects.requireNonNull(file.getParent(), "every file lies in a folder");
    ObjectNode given = givens.of(test.given(), folder, stage);
    Came came = came(test, given, folder);
    return test.outcome(came);
  }

  private Came came(ManifestTest test, ObjectNode given, Path folder) {
    Instant now = test.now().orElse(started);
    try {
      return planned(test, manifests.of(test, folder, now), given, now);
    } catch (ManifestException wrong) {
      return Came.stopped(wrong.problems(), ExitCode.INVALID.number());
    } catch (RefusedException | UnknownPathException | ApiException stopped) {
      return Came.stopped(List.of(Stopped.by(stopped)), Failures.codeOf(stopped).number());
    }
  }

  private Came planned(ManifestTest test, DesiredSource source, ObjectNode given, Instant now) {
    KindList kinds = run.kinds().get();
    PlanRequest request = request(test.asked(), source);
    Planned planned =
        new Walk(kinds)
            .plan(
                request,
                desired -> stage.played(pinned(given, desired.project().account())),
                ReadingObserver.NONE);
    Plan plan = planned.plan();
    PolicyFindings policies =
        new PolicyCheck(planned.desired(), kinds, now).of(plan, plan, Impacts.NONE);
    boolean isUncovered = planned.uncovered().stream().anyMatch(Problem::isError);
    ExitCode code =
        isUncovered
            ? ExitCode.USAGE
            : test.asked().skipsBlocked()
                ? ExitCode.ofPlanWithoutBlocked(plan, policies, false)
                : ExitCode.ofPlan(plan, policies, false);
    return Came.of(plan, policies.problems(), planned.uncovered(), code.number());
  }

  /// The account under the id that the project is pinned to, unless it brings one of its own.
  private static ObjectNode pinned(ObjectNode given, String pin) {
    if (pin.isEmpty() || !given.path("account").path("info").path(ID).asText().equals(UNNAMED)) {
      return given;
    }
    ObjectNode account = given.deepCopy();
    account.withObjectProperty("account").withObjectProperty("info").put(ID, pin);
    return account;
  }

  private PlanRequest request(Asked asked, DesiredSource source) {
    return new PlanRequest(
        source,
        new IntentPatterns(asked.rotated(), asked.reloaded(), SetupTests.AUTO),
        asked.prunes(),
        asked.allowed(),
        asked.maxDeletes().map(most -> Map.of("max_deletes", most)).orElse(Map.of()));
  }
}
