package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.kind.Action;
import dev.ftctl.model.Resource;
import dev.ftctl.plan.Plan;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Written;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pairs of what is there and what is wanted, over all kinds: an apply makes the one into the
/// other, and leaves nothing to do.
class PairsTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261127);

  private final Lab lab =
      new Lab().allowing("delete", "replace", "duplicate", "expose", "history", "resync", "revoke");

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void applyLeavesNothingToDo() {
    var seen = EnumSet.noneOf(Action.class);
    for (int round = 0; round < Scale.of(500, 10_000); round++) {
      long seed = SEED + round;
      var random = new Random(seed);
      String there = RandomCompany.text(random, false);
      String wanted = RandomCompany.text(random, false);
      String description = "seed " + seed + "\n" + there + "=====\n" + wanted;

      lab.sandbox().control().reset();
      requireDone(lab.apply(Written.resources(there)), description);
      Resource[] resources = Written.resources(wanted);
      lab.plan(resources).changes().forEach(planned -> seen.add(planned.change().action()));
      lab.forget();
      requireDone(lab.apply(resources), description);
      assertThat(Unpausing.tooEarly(lab, resources)).as(description).isEmpty();

      Plan after = lab.plan(resources);
      assertThat(differences(after)).as(description).isEmpty();
      lab.forget();
      lab.apply(resources);
      assertThat(lab.writes()).as(description).isEmpty();
    }
    assertThat(seen)
        .contains(Action.CREATE, Action.UPDATE, Action.REPLACE, Action.DELETE, Action.NONE);
  }

  /// What is declared and not known yet holds the un-pausing.
  @Test
  void nothingIsUnpausedWhileADeclaredExclusionIsNotLive() {
    long unpaused = 0;
    for (int round = 0; round < Scale.of(100, 2_000); round++) {
      long seed = SEED + round;
      var random = new Random(seed);
      String there = RandomCompany.text(random, false);
      String wanted = RandomCompany.text(random, true);

      lab.sandbox().control().reset();
      lab.apply(Written.resources(there));
      Resource[] resources = Written.resources(wanted);
      lab.forget();
      lab.apply(resources);
      lab.apply(resources);

      assertThat(Unpausing.tooEarly(lab, resources))
          .as("seed %d%n%s=====%n%s", seed, there, wanted)
          .isEmpty();
      unpaused += lab.writes().stream().filter(Unpausing::isUnpausing).count();
    }
    assertThat(unpaused).isPositive();
  }

  private static void requireDone(Outcomes outcomes, String description) {
    List<Outcome> others =
        outcomes.outcomes().stream().filter(outcome -> !(outcome instanceof Outcome.Done)).toList();
    assertThat(others).as(description).isEmpty();
  }

  private static List<String> differences(Plan plan) {
    return plan.changes().stream()
        .flatMap(planned ->
            Stream.concat(
                planned.change().findings().fields().stream()
                    .map(field ->
                        planned.change().address()
                            + " "
                            + field.path()
                            + ": "
                            + field.before().display()
                            + " → "
                            + field.after().display()),
                planned.change().findings().problems().stream().map(String::valueOf)))
        .toList();
  }
}
