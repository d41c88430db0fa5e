package dev.ftctl.apply;

import dev.ftctl.kind.Step;

/// Sees apply as it goes. Called by many threads.
public interface ApplyObserver {

  ApplyObserver NONE = new ApplyObserver() {};

  default void started(Step step) {}

  default void ended(Outcome outcome) {}

  /// A write of the step was answered with success: `PATCH /v1/connections/iris_oak`.
  default void wrote(Step step, String write) {}
}
