package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// C-19: a rollout that ends at any of its requests, before or after the commit, and is run again:
/// each batch is switched on once and synced once, and nothing was on that was not reached. Its
/// progress is written between two requests, so each state of the file is met, too.
@TestInstance(Lifecycle.PER_CLASS)
class RolloutCutTest {

  private static final String WRITE = "PATCH /v1/connections/\\w+(/schemas)?";
  private static final String SYNC = "POST /v1/connections/\\w+/sync";

  /// Of so many ends one is tried in each build.
  private static final int STEP = 7;

  private RolloutDesk desk;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    desk = RolloutDesk.open(folder);
  }

  @AfterAll
  void close() {
    desk.simulator().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "ads"})
  void nextRunEndsWhatOneBeganThatEndedAnywhere(String rollout) throws IOException {
    int ends = 2 * requests(rollout);
    assertThat(ends).isGreaterThan(20);
    for (int end = 0; end < ends; end += Scale.of(STEP, 1)) {
      desk.reset();
      Ended cut = cut(rollout, end / 2, Moment.alternating(end));
      String what = rollout + " " + end + "\n" + cut.text();
      List<String> reached = states(rollout);
      assertThat(desk.on(rollout)).as(what).isEqualTo(reached.get((int) desk.writes(WRITE)));

      Ended again = desk.run(desk.simulator().url(), rollout);

      assertThat(again.code()).as(what + again.text()).isZero();
      assertThat(desk.on(rollout)).as(what + again.text()).isEqualTo(reached.getLast());
      assertThat(desk.writes(WRITE)).as(what + again.text()).isEqualTo(RolloutDesk.BATCHES);
      assertThat(desk.writes(SYNC)).as(what + again.text()).isEqualTo(RolloutDesk.BATCHES);
      assertThat(desk.syncs(rollout)).as(what + again.text()).isEqualTo(RolloutDesk.BATCHES);
    }
  }

  /// What is on after so many writes.
  private static List<String> states(String rollout) {
    return rollout.equals("shop")
        ? List.of("", "a b", "a b c")
        : List.of("111", "111 222 333", "111 222 333 444");
  }

  private Ended cut(String rollout, int request, Moment moment) throws IOException {
    try (var gate =
        new Gate(desk.simulator().url(), Incident.abort(Incident.request(request), moment))) {
      return desk.run(gate.url(), rollout);
    }
  }

  /// How many it takes when nothing disturbs it.
  private int requests(String rollout) throws IOException {
    desk.reset();
    var seen = new AtomicInteger();
    var incident =
        new Incident(
            arrival -> {
              seen.set(arrival.index() + 1);
              return false;
            },
            Moment.BEFORE,
            gate -> true);
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      assertThat(desk.run(gate.url(), rollout).code()).isZero();
    }
    return seen.get();
  }
}
