package dev.ftctl.cli.process;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;

/// What a command ends with. Never depends on format, colour, terminal or verbosity.
public enum ExitCode {
  /// Done, or nothing to do.
  OK(0),
  /// Failed, nothing was changed.
  FAILED(1),
  /// `plan --detailed-exitcode`: changes are pending, all allowed.
  PENDING(2),
  /// A check found something.
  FOUND(3),
  /// A risk, protection, a limit, or no confirmation given.
  BLOCKED(4),
  /// Something was changed, and something failed or was skipped.
  PARTIAL(5),
  /// The plan does not fit the account any more; nothing was changed.
  STALE(6),
  /// A connection was left paused by a workflow that pauses it for a while.
  LEFT_PAUSED(7),
  /// `--wait` ran out of time.
  TIMED_OUT(8),
  /// The command line is wrong, or a path, address or selector matches nothing.
  USAGE(64),
  /// The manifests or the project file are invalid.
  INVALID(65),
  /// The API can't be reached, or its quota is used up, before anything was changed.
  UNAVAILABLE(69),
  /// A defect of ftctl.
  DEFECT(70),
  /// Not authenticated or not allowed.
  DENIED(77),
  /// Ctrl-C: requests in flight were finished.
  INTERRUPTED(130),
  /// The same, by SIGTERM.
  TERMINATED(143);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /// Of a plan that was only shown. A policy that is not kept comes first, since no flag allows it;
  /// `isDetailed` tells pending changes apart from none.
  public static ExitCode ofPlan(Plan plan, PolicyFindings policies, boolean isDetailed) {
    if (policies.isRefusal()) {
      return FOUND;
    }
    if (plan.isBlocked()) {
      return plan.meetsClosedLists() ? DENIED : BLOCKED;
    }
    return isDetailed && plan.hasChanges() ? PENDING : OK;
  }

  /// Of a plan that leaves out what is blocked: what apply would end with. A passed limit blocks
  /// all of it.
  public static ExitCode ofPlanWithoutBlocked(
      Plan plan, PolicyFindings policies, boolean isDetailed) {
    ExitCode whole = ofPlan(plan, policies, isDetailed);
    boolean isLimited = plan.notices().stream().anyMatch(Problem::isError);
    return (whole == BLOCKED || whole == DENIED)
            && !isLimited
            && !plan.withoutBlocked().stepsToRun().isEmpty()
        ? PARTIAL
        : whole;
  }

  /// Of a run of what a plan lets through.
  public static ExitCode ofRun(Outcomes outcomes, Plan plan) {
    ExitCode code = ofRun(outcomes, plan.isBlocked());
    return code == BLOCKED && plan.meetsClosedLists() ? DENIED : code;
  }

  /// Of a run; `leftOut` tells whether `--skip-blocked` left something out of it.
  public static ExitCode ofRun(Outcomes outcomes, boolean leftOut) {
    if (outcomes.interrupted()) {
      return INTERRUPTED;
    }
    if (!outcomes.broken().isEmpty()) {
      return DEFECT;
    }
    boolean failed = outcomes.outcomes().stream().anyMatch(ExitCode::isFailure);
    if (leftOut && !failed) {
      // What waits for something that was left out is skipped, and no failure of its own.
      return outcomes.hasWrites() ? PARTIAL : BLOCKED;
    }
    if (outcomes.isComplete()) {
      return OK;
    }
    return outcomes.hasWrites() ? PARTIAL : ofFailures(outcomes);
  }

  private static boolean isFailure(Outcome outcome) {
    return outcome instanceof Outcome.Failed || outcome instanceof Outcome.Unfinished;
  }

  private static ExitCode ofFailures(Outcomes outcomes) {
    var failures =
        outcomes.outcomes().stream()
            .filter(Outcome.Failed.class::isInstance)
            .map(Outcome.Failed.class::cast)
            .toList();
    if (failures.stream().anyMatch(Outcome.Failed::isWithheld)) {
      return BLOCKED;
    }
    if (failures.stream().anyMatch(Outcome.Failed::isDenied)) {
      return DENIED;
    }
    if (failures.stream().anyMatch(Outcome.Failed::isAway)) {
      return UNAVAILABLE;
    }
    return outcomes.outcomes().stream().anyMatch(Outcome.Overtaken.class::isInstance)
        ? STALE
        : FAILED;
  }

  /// Of a run that could not leave behind all that it was to.
  ///
  /// @param hasWrites whether anything was changed
  public ExitCode whenLost(boolean hasWrites) {
    if (this == OK || this == PENDING || this == FAILED) {
      return hasWrites ? PARTIAL : FAILED;
    }
    return this;
  }

  /// Of a command that could not leave behind all that it was to, and didn't see to it itself.
  ///
  /// @param mayHaveWritten whether it may have changed anything
  public static int whenLost(int code, boolean mayHaveWritten) {
    ExitCode lost = mayHaveWritten ? PARTIAL : FAILED;
    return code == OK.number || code == PENDING.number ? lost.number : code;
  }

  /// Of a run that was refused.
  public static ExitCode ofRefusal(Refusal reason) {
    return switch (reason) {
      case FAILED -> FAILED;
      case FOUND -> FOUND;
      case BLOCKED -> BLOCKED;
      case STALE -> STALE;
      case USAGE -> USAGE;
      case INVALID -> INVALID;
      case DENIED -> DENIED;
    };
  }

  /// Of a call that failed before anything was changed.
  public static ExitCode ofFailure(ApiFailure failure) {
    if (failure.isWithheld()) {
      return BLOCKED;
    }
    if (failure.isDenied()) {
      return DENIED;
    }
    return failure.isAway() ? UNAVAILABLE : FAILED;
  }
}
