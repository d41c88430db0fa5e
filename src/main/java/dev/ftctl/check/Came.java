package dev.ftctl.check;

import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a test's plan came to, or what stopped it.
///
/// @param policies that are not kept
/// @param exitCode that the command would end with
public record Came(
    List<SeenChange> changes, List<Policy> policies, List<SeenError> errors, int exitCode) {

  private static final String POLICY = "policy/";

  /// A rule of the project that is not kept.
  ///
  /// @param text what it says, and of what
  record Policy(String name, String text) {

    String line() {
      return name + ": " + text;
    }
  }

  /// A risk that a change runs.
  record SeenRisk(Risk risk, Address address, String why) {

    String line() {
      return risk.flag() + ":" + address + "  " + why;
    }
  }

  public Came {
    changes = List.copyOf(changes);
    policies = List.copyOf(policies);
    errors = List.copyOf(errors);
  }

  /// @param policies what the project's rules have against it
  /// @param uncovered what the request names and nothing is
  public static Came of(Plan plan, List<Problem> policies, List<Problem> uncovered, int exitCode) {
    var errors = new ArrayList<Problem>(uncovered);
    errors.addAll(plan.notices());
    plan.changes().stream()
        .map(PlannedChange::change)
        .forEach(change -> errors.addAll(change.findings().problems()));
    return new Came(
        plan.changes().stream().map(SeenChange::of).toList(),
        policies.stream().map(Came::policy).toList(),
        errors.stream().filter(Problem::isError).map(SeenError::of).toList(),
        exitCode);
  }

  /// Of what came to no plan.
  public static Came stopped(List<Problem> problems, int exitCode) {
    return new Came(
        List.of(),
        List.of(),
        problems.stream().filter(Problem::isError).map(SeenError::of).toList(),
        exitCode);
  }

  Stream<SeenRisk> risks() {
    return changes.stream()
        .flatMap(change ->
            change.risks().stream()
                .map(found -> new SeenRisk(found.risk(), change.address(), found.why())));
  }

  private static Policy policy(Problem problem) {
    String name =
        problem.rule().startsWith(POLICY)
            ? problem.rule().substring(POLICY.length())
            : problem.rule();
    return new Policy(name, problem.subject() + ": " + problem.message());
  }
}
