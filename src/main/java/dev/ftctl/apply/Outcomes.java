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
    return outcomes.stream().allMatch(Outcomes::isGood);
  }

  /// Whether any write reached the account.
  public boolean hasWrites() {
    return outcomes.stream().anyMatch(outcome -> !outcome.writes().isEmpty());
  }

  /// The steps at which ftctl itself failed.
  public List<Outcome.Broken> broken() {
    return outcomes.stream()
        .filter(Outcome.Broken.class::isInstance)
        .map(Outcome.Broken.class::cast)
        .toList();
  }

  private static boolean isGood(Outcome outcome) {
    return outcome instanceof Outcome.Done
        || outcome instanceof Outcome.Held
        || outcome instanceof Outcome.Waiting;
  }
}
