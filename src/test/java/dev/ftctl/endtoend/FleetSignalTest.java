package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A signal in the middle of a fleet.
class FleetSignalTest {

  @TempDir Path folder;

  /// The signal comes while the first account is asked to make something.
  @Test
  void writesInFlightEndAndWhatWasNotBegunIsNamed() throws Exception {
    var stop = new Stop();
    var isAsked = new AtomicBoolean();
    var passed = new CountDownLatch(1);
    try (var accounts =
        new FleetAccounts(List.of("a00", "a01", "a02", "a03"), Duration.ofMillis(20))) {
      accounts.arrivals((name, method) -> {
        if (method.equals("POST") && isAsked.compareAndSet(false, true)) {
          stop.by(ExitCode.TERMINATED);
          Thread.ofVirtual()
              .start(() -> {
                stop.ask();
                passed.countDown();
              });
          while (!stop.isAsked()) {
            Thread.onSpinWait();
          }
        }
      });
      Workspace workspace = workspace(accounts).stoppedBy(stop);

      Ran ran =
          workspace.run(
              "fleet", "apply", "--auto-approve", "--jobs=1", "--parallelism=2", "--report=r.json");
      stop.ended(ran.code());
      passed.await();

      assertThat(ran.code()).as("%s", ran).isEqualTo(143);
      assertThat(ran.out()).contains("3 not begun (a01, a02, a03)").contains("Interrupted: ");
      long writes =
          accounts.sandbox("a00").requests().stream()
              .filter(request -> !request.method().equals("GET"))
              .count();
      JsonNode report = new JsonMapper().readTree(workspace.read("r.json"));
      assertThat(writes).isBetween(1L, 5L);
      assertThat(report.at("/accounts/0/report/counts/writes").asLong()).isEqualTo(writes);
      assertThat(report.at("/accounts/0/exit_code").asInt()).isEqualTo(143);
      assertThat(report.at("/accounts/3/end").asText()).isEqualTo("not_begun");
      for (String name : List.of("a01", "a02", "a03")) {
        assertThat(accounts.sandbox(name).requests()).isEmpty();
      }
    }
  }

  /// What only reads is left where it is, and never comes to write.
  @Test
  void applyThatStillReadsWritesNothing() throws IOException {
    var stop = new Stop();
    try (var accounts = new FleetAccounts(List.of("a00", "a01"), Duration.ofMillis(20))) {
      accounts.arrivals((name, method) -> {
        if (name.equals("a01") && !stop.isAsked()) {
          stop.by(ExitCode.INTERRUPTED);
          Thread.ofVirtual().start(stop::ask);
        }
      });
      Workspace workspace = workspace(accounts).stoppedBy(stop);

      Ran ran = workspace.run("fleet", "apply", "--auto-approve", "--envs=a01");
      stop.ended(ran.code());

      assertThat(ran.code()).as("%s", ran).isEqualTo(130);
      assertThat(ran.out()).contains("a01: interrupted");
      assertThat(accounts.sandbox("a01").requests())
          .allMatch(request -> request.method().equals("GET"));
    }
  }

  private Workspace workspace(FleetAccounts accounts) {
    var manifests = new StringBuilder();
    for (int number = 0; number < 40; number++) {
      manifests.append("kind: Group\nmetadata: {name: g").append(number).append("}\n---\n");
    }
    return accounts.workspace(folder).file("manifests/all.yaml", manifests.toString());
  }
}
