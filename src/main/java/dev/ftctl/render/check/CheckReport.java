package dev.ftctl.render.check;

import dev.ftctl.check.TestOutcome;
import java.util.List;

/// What is told of a run of tests: the one model that every format is rendered from.
///
/// @param outcomes by file, then in the order of the file
/// @param exitCode that the command ends with
public record CheckReport(List<TestOutcome> outcomes, int exitCode) {

  public CheckReport {
    outcomes = List.copyOf(outcomes);
  }

  long failed() {
    return outcomes.stream().filter(outcome -> !outcome.holds()).count();
  }

  long files() {
    return outcomes.stream().map(outcome -> outcome.test().file()).distinct().count();
  }
}
