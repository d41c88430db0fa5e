package dev.ftctl.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.testing.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Random graphs of steps: each begins after everything that it waits for, and circles are named.
class ScheduleTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261127);
  private static final int GRAPHS = 10_000;

  @Test
  void eachStepBeginsAfterWhatItWaitsFor() {
    for (int round = 0; round < GRAPHS; round++) {
      var random = new Random(SEED + round);
      List<Step> steps = steps(random);
      Map<Step, Set<Step>> waits = acyclic(steps, random);
      List<Step> order = shuffled(steps, random);
      var schedule = new Schedule(order, waits);

      var running = new ArrayList<Step>();
      var ended = new LinkedHashSet<Step>();
      while (schedule.hasReady() || !running.isEmpty()) {
        if (schedule.hasReady() && random.nextBoolean() || running.isEmpty()) {
          Step step = schedule.next();
          assertThat(ended).as("seed %d", SEED + round).containsAll(schedule.before(step));
          running.add(step);
        } else {
          Step step = running.remove(random.nextInt(running.size()));
          ended.add(step);
          schedule.ended(step);
        }
      }

      assertThat(ended).as("seed %d", SEED + round).containsExactlyInAnyOrderElementsOf(steps);
      assertThat(schedule.rest()).isEmpty();
    }
  }

  @Test
  void circleIsNamedStepByStep() {
    for (int round = 0; round < GRAPHS; round++) {
      var random = new Random(SEED + round);
      List<Step> steps = steps(random);
      Map<Step, Set<Step>> waits = acyclic(steps, random);
      List<Step> circle = shuffled(steps, random).subList(0, 2 + random.nextInt(steps.size() - 1));
      for (int i = 0; i < circle.size(); i++) {
        waits.get(circle.get(i)).add(circle.get((i + 1) % circle.size()));
      }

      assertThatThrownBy(() -> new Schedule(shuffled(steps, random), waits))
          .as("seed %d", SEED + round)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("the steps wait for one another: ")
          .satisfies(thrown -> requireCircle(thrown.getMessage(), steps, waits));
    }
  }

  /// The work grows with the edges: forty thousand steps in a row, and as many that wait for one.
  @Test
  @Timeout(20)
  void manyStepsTakeNoSquareOfTheirNumber() {
    int many = 40_000;
    List<Step> steps = IntStream.range(0, 2 * many).mapToObj(ScheduleTest::step).toList();
    var waits = new LinkedHashMap<Step, Set<Step>>();
    for (int i = 1; i < 2 * many; i++) {
      waits.put(steps.get(i), Set.of(steps.get(i < many ? i - 1 : 0)));
    }
    var schedule = new Schedule(steps, waits);

    int run = 0;
    while (schedule.hasReady()) {
      schedule.ended(schedule.next());
      run++;
    }

    assertThat(run).isEqualTo(2 * many);
  }

  @Test
  void restIsWhatNeverBegan() {
    List<Step> steps = IntStream.range(0, 3).mapToObj(ScheduleTest::step).toList();
    var schedule = new Schedule(steps, Map.of(steps.get(2), Set.of(steps.get(1))));

    assertThat(schedule.next()).isEqualTo(steps.get(0));
    assertThat(schedule.rest()).containsExactly(steps.get(1), steps.get(2));
    assertThat(schedule.hasReady()).isFalse();
  }

  private static void requireCircle(String message, List<Step> steps, Map<Step, Set<Step>> waits) {
    List<Step> way =
        Pattern.compile(" → ")
            .splitAsStream(message.substring(message.indexOf(": ") + 2))
            .map(name ->
                steps.stream()
                    .filter(step -> step.toString().equals(name))
                    .findFirst()
                    .orElseThrow())
            .toList();
    assertThat(way.size()).isGreaterThan(1);
    assertThat(way.getFirst()).isEqualTo(way.getLast());
    for (int i = 0; i + 1 < way.size(); i++) {
      assertThat(waits.get(way.get(i))).contains(way.get(i + 1));
    }
  }

  private static List<Step> steps(Random random) {
    return IntStream.range(0, 2 + random.nextInt(20)).mapToObj(ScheduleTest::step).toList();
  }

  /// A step waits only for some with a lower number.
  private static Map<Step, Set<Step>> acyclic(List<Step> steps, Random random) {
    var waits = new LinkedHashMap<Step, Set<Step>>();
    for (int i = 0; i < steps.size(); i++) {
      var before = new LinkedHashSet<Step>();
      for (int edge = random.nextInt(4); i > 0 && edge > 0; edge--) {
        before.add(steps.get(random.nextInt(i)));
      }
      waits.put(steps.get(i), before);
    }
    return waits;
  }

  private static List<Step> shuffled(List<Step> steps, Random random) {
    var shuffled = new ArrayList<Step>(steps);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static Step step(int number) {
    return new Step(
        new Change.Create(Wanted.of("group/g" + number, Map.of("name", "g")), Findings.NONE),
        StepName.CREATE,
        false);
  }
}
