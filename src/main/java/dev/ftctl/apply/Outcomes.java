package dev.ftctl.apply;

import java.util.List;

/// How all steps ended, in the order of the plan.
///
/// @param interrupted whether a signal stopped the run
public record Outcomes(List<Outcome> outcomes, boolean interrupted) {

  public Outcomes {
    outcomes = List.copyOf(outcomes);
  }

  /// Whether everything ended as asked.
  public boolean isComplete() {
    return outcomes.stream()
        .allMatch(o -> o instanceof Outcome.Done || o instanceof Outcome.Waiting);
  }

  /// Whether any write reached the account.
  public boolean hasWrites() {
    return outcomes.stream()
        .anyMatch(outcome ->
            switch (outcome) {
              case Outcome.Done done -> !done.writes().isEmpty();
              case Outcome.Waiting waiting -> !waiting.writes().isEmpty();
              case Outcome.Unfinished unfinished -> !unfinished.writes().isEmpty();
              case Outcome.Failed failed -> !failed.writes().isEmpty();
              case Outcome.Skipped skipped -> false;
            });
  }
}
