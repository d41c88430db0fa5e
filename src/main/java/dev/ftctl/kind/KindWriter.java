package dev.ftctl.kind;

import dev.ftctl.model.Ids;

/// Carries out steps of one kind. Only `apply` is given one.
public interface KindWriter {

  /// Does what the step says, over an account whose writes are observed. Ids of what it creates are
  /// put into `ids`.
  ///
  /// @throws dev.ftctl.model.problem.ApiException when the API refuses or is away
  StepResult run(Step step, Ids ids, Intent intent);
}
