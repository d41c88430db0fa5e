package dev.ftctl.apply;

import dev.ftctl.kind.Step;
import java.util.Optional;

/// Asked right before each step whether the account still is what it was planned for. Called by
/// many threads.
public interface Freshness {

  /// Of a run that looked a moment ago.
  Freshness UNASKED = step -> Optional.empty();

  /// @return why the step may not begin; empty when it may
  Optional<String> objection(Step step);
}
