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

  /// How many writes reached the account, or may have.
  public long writes() {
    return outcomes.stream().mapToLong(outcome -> outcome.writes().size()).sum();
  }

  /// Whether the API could not be reached, or had no quota, at some step.
  public boolean isAway() {
    return outcomes.stream()
        .anyMatch(outcome -> outcome instanceof Outcome.Failed failed && failed.isAway());
  }

  /// The steps at which ftctl itself failed.
  public List<Outcome.Broken> broken() {
    return outcomes.stream()
        .filter(Outcome.Broken.class::isInstance)
        .map(Outcome.Broken.class::cast)
        .toList();
  }

  /// Whether a step ended as asked, as far as ftctl can.
  public static boolean isGood(Outcome outcome) {
    return outcome instanceof Outcome.Done
        || outcome instanceof Outcome.Held
        || outcome instanceof Outcome.Waiting;
  }
}
