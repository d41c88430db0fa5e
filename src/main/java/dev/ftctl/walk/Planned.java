package dev.ftctl.walk;

import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import java.util.List;

/// A plan, and what the walk came by on its way to it.
///
/// @param request that it answers
/// @param desired with the warnings of the reading
/// @param account that it was made for, still open
/// @param named what is to be told of names that the catalogue lacks: warnings
/// @param uncovered address patterns that cover nothing: errors for those of the request, warnings
///   for those of the project file
public record Planned(
    PlanRequest request,
    Desired desired,
    Account account,
    Plan plan,
    List<Problem> named,
    List<Problem> uncovered) {

  public Planned {
    named = List.copyOf(named);
    uncovered = List.copyOf(uncovered);
  }
}
