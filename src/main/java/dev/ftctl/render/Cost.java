package dev.ftctl.render;

import dev.ftctl.kind.FieldChange;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.time.Duration;
import java.util.List;

/// What carrying a plan out costs, as far as a plan can know: one write for each step that is not
/// blocked.
///
/// @param writes requests that change something
/// @param setupTests how many of them run setup tests
/// @param estimate of the time they take; a rule of thumb, so that equal plans print equal bytes
record Cost(long writes, long setupTests, Duration estimate) {

  private static final Duration OF_A_WRITE = Duration.ofMillis(200);
  private static final Duration OF_SETUP_TESTS = Duration.ofSeconds(1);

  static Cost of(Plan plan) {
    List<PlannedChange> free =
        plan.changes().stream().filter(planned -> !planned.isBlocked()).toList();
    long writes = free.stream().mapToLong(planned -> planned.steps().size()).sum();
    long tests = free.stream().filter(Cost::runsSetupTests).count();
    return new Cost(
        writes, tests, OF_A_WRITE.multipliedBy(writes).plus(OF_SETUP_TESTS.multipliedBy(tests)));
  }

  private static boolean runsSetupTests(PlannedChange planned) {
    return planned.steps().stream().anyMatch(step -> step.isFinish())
        || planned.change().findings().fields().stream()
            .map(FieldChange::note)
            .anyMatch(note -> note.contains("setup tests"));
  }

  /// At least one second.
  long seconds() {
    return Math.max(1, Math.round(estimate.toMillis() / 1000.0));
  }
}
