package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// C-19: a rollout in a process of its own, killed by SIGKILL at its writes; the same command goes
/// on. [RolloutCutTest] has the other moments.
@TestInstance(Lifecycle.PER_CLASS)
class RolloutKillTest {

  private static final int KILLED = 128 + 9;
  private static final String WRITE = "PATCH /v1/connections/\\w+(/schemas)?";
  private static final String SYNC = "POST /v1/connections/\\w+/sync";

  private RolloutDesk desk;

  private record Kill(String rollout, String call, Moment moment) {}

  /// One in each build; under `-Pdeep` both rollouts at both sides of both writes.
  static Stream<Kill> kills() {
    List<Kill> all =
        Stream.of("shop", "ads")
            .flatMap(rollout ->
                Stream.of(WRITE, SYNC)
                    .flatMap(call ->
                        Stream.of(Moment.AFTER, Moment.BEFORE)
                            .map(moment -> new Kill(rollout, call, moment))))
            .toList();
    return all.stream().limit(Scale.of(1, all.size()));
  }

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    desk = RolloutDesk.open(folder);
  }

  @AfterAll
  void close() {
    desk.simulator().close();
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nextRunGoesOn(Kill kill) throws Exception {
    desk.reset();
    Ended killed = killed(kill);
    assertThat(killed.code()).as(killed.text()).isEqualTo(KILLED);

    Ended ended = desk.run(desk.simulator().url(), kill.rollout());

    assertThat(ended.code()).as(ended.text()).isZero();
    assertThat(desk.on(kill.rollout())).isIn("a b c", "111 222 333 444");
    assertThat(desk.writes(WRITE)).isEqualTo(RolloutDesk.BATCHES);
    assertThat(desk.writes(SYNC)).isEqualTo(RolloutDesk.BATCHES);
  }

  private Ended killed(Kill kill) throws IOException, InterruptedException {
    var victim = new CompletableFuture<Process>();
    var incident =
        new Incident(
            arrival -> arrival.call().matches(kill.call()),
            kill.moment(),
            gate -> {
              victim.join().toHandle().destroyForcibly();
              victim.join().onExit().join();
              return false;
            });
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      victim.complete(desk.start(gate.url(), kill.rollout()));
      return StateDesk.ended(victim.join());
    }
  }
}
