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
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pairs of what is there and what is wanted, over all kinds: an apply makes the one into the
/// other, and leaves nothing to do.
class PairsTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261127);

  private static final int LANES = 2;

  /// One round, on an account that is new.
  private interface Round {
    void run(Lab lab, long seed);
  }

  @Test
  void applyLeavesNothingToDo() {
    Set<Action> seen = ConcurrentHashMap.newKeySet();

    rounds(
        Scale.of(24, 10_000),
        (lab, seed) -> {
          var random = new Random(seed);
          String there = RandomCompany.text(random, false);
          String wanted = RandomCompany.text(random, false);
          String description = "seed " + seed + "\n" + there + "=====\n" + wanted;

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
        });

    assertThat(seen)
        .contains(Action.CREATE, Action.UPDATE, Action.REPLACE, Action.DELETE, Action.NONE);
  }

  /// What is declared and not known yet holds the un-pausing.
  @Test
  void nothingIsUnpausedWhileADeclaredExclusionIsNotLive() {
    var unpaused = new LongAdder();

    rounds(
        Scale.of(9, 2_000),
        (lab, seed) -> {
          var random = new Random(seed);
          String there = RandomCompany.text(random, false);
          String wanted = RandomCompany.text(random, true);

          lab.apply(Written.resources(there));
          Resource[] resources = Written.resources(wanted);
          lab.forget();
          lab.apply(resources);
          lab.apply(resources);

          assertThat(Unpausing.tooEarly(lab, resources))
              .as("seed %d%n%s=====%n%s", seed, there, wanted)
              .isEmpty();
          unpaused.add(lab.writes().stream().filter(Unpausing::isUnpausing).count());
        });

    assertThat(unpaused.sum()).isPositive();
  }

  /// Lanes side by side, each with a simulator of its own.
  private static void rounds(int many, Round round) {
    IntStream.range(0, LANES)
        .parallel()
        .forEach(lane -> {
          try (var lab = new Lab(RandomCompany.account())) {
            lab.allowing("delete", "replace", "duplicate", "expose", "history", "resync", "revoke");
            for (int number = lane; number < many; number += LANES) {
              lab.sandbox().control().reset();
              round.run(lab, SEED + number);
            }
          }
        });
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
