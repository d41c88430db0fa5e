package dev.ftctl.cli.telling;

import dev.ftctl.apply.SecretsToSend;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.plan.Plan;
import dev.ftctl.walk.Clearance;
import java.time.Duration;
import java.time.Instant;

/// Between a plan and its execution: nothing blocked, every secret at hand, and somebody who said
/// yes.
public final class Approval {

  /// In a longer time somebody else may have changed what the plan was made of.
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Run run;
  private final Warnings warnings;
  private final Sources sources;
  private final boolean skipsBlocked;
  private final boolean isGiven;
  private final Runnable afterLongWait;

  /// @param sources of the manifests, for excerpts
  /// @param afterLongWait looks at the account again, and refuses what does not fit it any more
  public Approval(
      Run run,
      Warnings warnings,
      Sources sources,
      boolean skipsBlocked,
      boolean isGiven,
      Runnable afterLongWait) {
    this.run = run;
    this.warnings = warnings;
    this.sources = sources;
    this.skipsBlocked = skipsBlocked;
    this.isGiven = isGiven;
    this.afterLongWait = afterLongWait;
  }

  /// The plan that may be carried out.
  ///
  /// @throws RefusedException when none may
  public Plan of(Plan plan) {
    Plan allowed = Clearance.of(plan, skipsBlocked);
    warnings.refuseMissing(SecretsToSend.missing(allowed), sources);
    boolean hasSteps = allowed.changes().stream().anyMatch(planned -> !planned.steps().isEmpty());
    if (hasSteps && !isGiven) {
      ask();
    }
    return allowed;
  }

  private void ask() {
    Instant asked = run.console().clock().instant();
    new Question(run)
        .require("Apply these changes?", "Give --auto-approve to apply without a question.");
    Duration waited = Duration.between(asked, run.console().clock().instant());
    if (waited.compareTo(LONG) > 0) {
      run.output().tell("Looking again, since the answer took a while.");
      afterLongWait.run();
    }
  }
}
