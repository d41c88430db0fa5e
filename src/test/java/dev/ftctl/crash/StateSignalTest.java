package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// a signal in the middle of a change of state.
@TestInstance(Lifecycle.PER_CLASS)
class StateSignalTest {

  private static final String[] SET = {"state", "set", "orders", StateDesk.NEW, "--yes"};

  private StateDesk desk;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    desk = StateDesk.open(folder);
  }

  @AfterAll
  void close() {
    desk.simulator().close();
  }

  @Test
  void terminatedWhileASyncIsWaitedForItResumesWhatItPaused() throws Exception {
    desk.reset(false);
    desk.simulator()
        .faults(
            """
            {"match": {"method": "GET", "path": "/connections/[a-z_]+$"},
             "then": {"status": 200, "body": {"code": "Success", "data": {"id": "%s",
              "paused": false, "status": {"sync_state": "syncing"}}}}}
            """
                .formatted(desk.id()));
    var child = new CompletableFuture<Process>();
    var looks = new AtomicInteger();
    var incident =
        new Incident(
            arrival ->
                arrival.call().matches("GET /v1/connections/[a-z_]+")
                    && looks.incrementAndGet() == 3,
            Moment.BEFORE,
            gate -> child.join().toHandle().destroy());
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      child.complete(desk.start(gate.url(), SET));
      Ended ended = StateDesk.ended(child.join());

      assertThat(ended.code()).as(ended.text()).isEqualTo(143);
      assertThat(ended.text())
          .contains("stopped by a signal")
          .contains("The state is as it was.")
          .contains("=== Resuming connection ===");
    }
    assertThat(desk.isPaused()).isFalse();
    assertThat(desk.state()).isEqualTo(StateDesk.OLD);
  }

  /// Wherever it comes, the connection goes on, with the one state or the other, and the exit code
  /// says which.
  @ParameterizedTest
  @EnumSource(
      value = ExitCode.class,
      names = {"INTERRUPTED", "TERMINATED"})
  void signalAtAnyRequestLeavesNothingPaused(ExitCode signal) throws Exception {
    desk.reset(false);
    desk.run(desk.simulator().url(), SET);
    List<String> calls = desk.simulator().requests();
    int firstOfTheConnection = calls.size() - 10;
    for (int index = firstOfTheConnection; index < calls.size(); index++) {
      desk.reset(false);

      Ended ended = stopped(index, signal);

      String where = "at request " + index + " " + calls.get(index) + "\n" + ended.text();
      assertThat(ended.code()).as(where).isIn(0, signal.number());
      assertThat(desk.isPaused()).as(where).isFalse();
      assertThat(desk.state())
          .as(where)
          .isEqualTo(ended.code() == 0 ? StateDesk.NEW : StateDesk.OLD);
    }
  }

  private Ended stopped(int index, ExitCode signal) throws IOException {
    var stop = new Stop();
    var asking = new CompletableFuture<Thread>();
    var incident =
        new Incident(
            Incident.request(index),
            Moment.BEFORE,
            gate -> {
              stop.by(signal);
              asking.complete(Thread.startVirtualThread(stop::ask));
              return true;
            });
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      return desk.run(stop, gate.url(), SET);
    } finally {
      asking.join();
    }
  }
}
