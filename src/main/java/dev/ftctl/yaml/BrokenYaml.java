package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;

/// Ends the reading of one file; never leaves this package.
final class BrokenYaml extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  BrokenYaml(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
