package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

/// `state set` in a process of its own, killed by SIGKILL after each step in
/// turn; `state restore` brings the connection back, the same command again brings it on.
@TestInstance(Lifecycle.PER_CLASS)
class StateKillTest {

  private static final int KILLED = 128 + 9;

  private static final List<String> SET = List.of("state", "set", "orders", StateDesk.NEW, "--yes");
  private static final List<String> RESTORE = List.of("state", "restore", "orders", "--yes");

  private StateDesk desk;

  /// @param step for the reader
  /// @param nth of the requests that begin so, from 1
  /// @param isRestored by `state restore`, else brought on by the same command
  private record Kill(
      String step, String call, int nth, Moment moment, boolean wasPaused, boolean isRestored) {

    boolean strikes(String arrived, List<String> seen) {
      boolean fits = arrived.matches(call);
      if (fits) {
        seen.add(arrived);
      }
      return fits && seen.size() == nth;
    }
  }

  /// A few in each build; under `-Pdeep` after every step, ended in both ways, from both
  /// beginnings.
  static Stream<Kill> kills() {
    String paused = "PATCH /v1/connections/[a-z_]+";
    String details = "GET /v1/connections/[a-z_]+";
    String state = "(GET|PATCH) /v1/connections/[a-z_]+/state";
    List<Kill> few =
        List.of(
            new Kill("paused", paused, 1, Moment.AFTER, false, true),
            new Kill("updated", state, 4, Moment.AFTER, false, false),
            new Kill("verified", paused, 2, Moment.BEFORE, false, true));
    var all = new ArrayList<Kill>();
    for (boolean wasPaused : new boolean[] {false, true}) {
      for (boolean isRestored : new boolean[] {false, true}) {
        if (!wasPaused) {
          all.add(new Kill("noted", paused, 1, Moment.BEFORE, false, isRestored));
          all.add(new Kill("paused", paused, 1, Moment.AFTER, false, isRestored));
          all.add(new Kill("resuming", paused, 2, Moment.BEFORE, false, isRestored));
          all.add(new Kill("resumed", paused, 2, Moment.AFTER, false, isRestored));
        }
        all.add(new Kill("idle", details, 2, Moment.AFTER, wasPaused, isRestored));
        all.add(new Kill("backing up", state, 3, Moment.AFTER, wasPaused, isRestored));
        all.add(new Kill("updating", state, 4, Moment.BEFORE, wasPaused, isRestored));
        all.add(new Kill("updated", state, 4, Moment.AFTER, wasPaused, isRestored));
        all.add(new Kill("verified", state, 5, Moment.AFTER, wasPaused, isRestored));
      }
    }
    return (Scale.of(0, 1) == 0 ? few : all).stream();
  }

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    desk = StateDesk.open(folder);
  }

  @AfterAll
  void close() {
    desk.simulator().close();
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nextRunEndsWhatAKilledOneBegan(Kill kill) throws Exception {
    desk.reset(kill.wasPaused());
    Ended killed = killed(kill);
    assertThat(killed.code()).as(killed.text()).isEqualTo(KILLED);
    boolean isBegun = !kill.step().equals("resumed");
    List<String> next = kill.isRestored() ? RESTORE : SET;

    Ended ended = desk.run(desk.simulator().url(), next.toArray(String[]::new));

    assertThat(ended.code()).as(ended.text()).isZero();
    assertThat(desk.isPaused()).as(ended.text()).isEqualTo(kill.wasPaused());
    assertThat(desk.state()).isEqualTo(kill.isRestored() ? StateDesk.OLD : StateDesk.NEW);
    if (isBegun && desk.isPaused()) {
      assertThat(ended.text()).doesNotContain("it will be resumed");
    }
    assertThat(desk.run(desk.simulator().url(), next.toArray(String[]::new)).code()).isZero();
  }

  private Ended killed(Kill kill) throws IOException, InterruptedException {
    var victim = new CompletableFuture<Process>();
    var seen = new ArrayList<String>();
    var incident =
        new Incident(
            arrival -> kill.strikes(arrival.call(), seen),
            kill.moment(),
            gate -> {
              victim.join().toHandle().destroyForcibly();
              victim.join().onExit().join();
              return false;
            });
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      victim.complete(desk.start(gate.url(), SET.toArray(String[]::new)));
      return StateDesk.ended(victim.join());
    }
  }
}
