package dev.ftctl.manifest.policy;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import java.util.List;

/// What policies have against manifests and plan.
///
/// @param problems sorted by place; errors refuse the plan
/// @param sources for the lines around them
public record PolicyFindings(List<Problem> problems, Sources sources) {

  public static final PolicyFindings NONE = new PolicyFindings(List.of(), new Sources());

  public PolicyFindings {
    problems = problems.stream().sorted().toList();
  }

  /// Whether a policy of severity `error` is not kept.
  public boolean isRefusal() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
