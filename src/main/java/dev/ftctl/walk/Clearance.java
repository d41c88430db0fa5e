package dev.ftctl.walk;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;

/// What of a plan may be carried out, as far as its guards decide it.
public final class Clearance {

  private Clearance() {}

  /// The plan, without what is blocked when that may be left out.
  ///
  /// @throws RefusedException when a limit is passed, or something is blocked that may not be left
  ///   out
  public static Plan of(Plan plan, boolean skipsBlocked) {
    if (!plan.isBlocked()) {
      return plan;
    }
    if (plan.notices().stream().anyMatch(Problem::isError)) {
      throw new RefusedException(
          Refusal.BLOCKED,
          "the plan passes a limit; nothing was changed",
          "The plan says how to raise it.");
    }
    if (!skipsBlocked && plan.meetsClosedLists()) {
      throw new RefusedException(
          Refusal.DENIED,
          "the plan is blocked by lists that can't be read; nothing was changed",
          "Use a key that may read them, or leave out what needs them with --skip-blocked.");
    }
    if (!skipsBlocked) {
      throw new RefusedException(
          Refusal.BLOCKED,
          "the plan is blocked; nothing was changed",
          "Allow what it names, or leave that out with --skip-blocked.");
    }
    return plan.withoutBlocked();
  }
}
