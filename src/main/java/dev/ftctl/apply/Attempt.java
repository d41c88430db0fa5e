package dev.ftctl.apply;

/// What one run of a step came to.
///
/// @param outcome of the step, unless it is run again
/// @param awaited what has to come before it is run again, as `CREATING`; empty when it is over
record Attempt(Outcome outcome, String awaited) {

  static Attempt over(Outcome outcome) {
    return new Attempt(outcome, "");
  }

  boolean isOver() {
    return awaited.isEmpty();
  }
}
