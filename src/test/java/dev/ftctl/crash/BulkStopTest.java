package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A verb on many connections that is stopped in the middle: what is told of each is so, and the
/// same command again does the rest.
@TestInstance(Lifecycle.PER_CLASS)
class BulkStopTest {

  private static final int KILLED = 128 + 9;
  private static final int CONNECTIONS = 3;

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: harmless1}}
      ---
      kind: Connector
      for_each: [one, three, two]
      metadata: {name: "${each.value}"}
      spec: {service: connector_sdk, groups: [prod], paused: false, config: {schema: "${each.value}"}}
      """;

  private StateDesk desk;

  /// @param nth of its writes, from 1
  record Stopped(String verb, int nth, ExitCode signal) {}

  static Stream<Stopped> stops() {
    return Stream.of("pause", "sync", "resync", "test")
        .flatMap(verb ->
            Stream.iterate(1, nth -> nth + 1)
                .limit(Scale.of(1, CONNECTIONS))
                .map(nth -> Math.min(CONNECTIONS, nth + Scale.of(1, 0)))
                .map(nth ->
                    new Stopped(
                        verb,
                        nth,
                        verb.length() % 2 == 0 ? ExitCode.INTERRUPTED : ExitCode.TERMINATED)));
  }

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    desk = StateDesk.open(folder);
    desk.simulator().reset();
    Files.writeString(folder.resolve("all.yaml"), MANIFESTS);
    Ended applied = desk.run(desk.simulator().url(), "apply", "--auto-approve", "all.yaml");
    assertThat(applied.code()).as(applied.text()).isZero();
    Files.delete(folder.resolve("all.yaml"));
  }

  @AfterAll
  void close() {
    desk.simulator().close();
  }

  @BeforeEach
  void resume() {
    desk.run(desk.simulator().url(), "resume", "connector/*", "--yes");
    desk.simulator().forgetRequests();
  }

  /// What had begun is carried to its end, what had not is named.
  @ParameterizedTest
  @MethodSource("stops")
  void signalLeavesEachDoneOrNotBegun(Stopped stopped) throws Exception {
    var stop = new Stop();
    var asking = new CompletableFuture<Thread>();
    var incident =
        new Incident(
            write(stopped.nth()),
            Moment.BEFORE,
            gate -> {
              stop.by(stopped.signal());
              Thread thread = Thread.startVirtualThread(stop::ask);
              asking.complete(thread);
              while (!stop.isAsked()) {
                Thread.onSpinWait();
              }
              return true;
            });
    Ended ended;
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      ended = desk.run(stop, gate.url(), line(stopped.verb()));
    }
    assertThat(asking).as(ended.text()).isCompleted();
    asking.join().join();

    assertThat(ended.code()).as(ended.text()).isIn(0, stopped.signal().number());
    long done =
        ended
            .text()
            .lines()
            .filter(line ->
                line.matches(
                    "(\\S+Z )?connector/\\w+@prod: .*(paused|began|none failed|no tests)$"))
            .count();
    long left =
        ended
            .text()
            .lines()
            .filter(line -> line.endsWith(": not begun, since the run was stopped"))
            .count();
    assertThat(done).as(ended.text()).isGreaterThanOrEqualTo(stopped.nth());
    assertThat(done + left).as(ended.text()).isEqualTo(CONNECTIONS);
    assertThat(writes()).as(ended.text()).isEqualTo(done);
  }

  @Test
  void killedOneIsEndedByTheSameCommand() throws Exception {
    var victim = new CompletableFuture<Process>();
    var incident =
        new Incident(
            write(2),
            Moment.AFTER,
            gate -> {
              victim.join().toHandle().destroyForcibly();
              victim.join().onExit().join();
              return false;
            });
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      victim.complete(desk.start(gate.url(), line("pause")));
      Ended killed = StateDesk.ended(victim.join());
      assertThat(killed.code()).as(killed.text()).isEqualTo(KILLED);
      assertThat(killed.text()).contains("connector/one@prod: paused");
    }
    assertThat(paused()).isEqualTo(2);

    Ended again = desk.run(desk.simulator().url(), line("pause"));

    assertThat(again.code()).as(again.text()).isZero();
    assertThat(again.text()).contains("1 done, 2 needed nothing, 0 failed.");
    assertThat(paused()).isEqualTo(CONNECTIONS);
  }

  private static String[] line(String verb) {
    return List.of(verb, "connector/*", "--yes", "--parallelism=1").toArray(String[]::new);
  }

  private static Predicate<Incident.Arrival> write(int nth) {
    var seen = new AtomicInteger();
    return arrival -> !arrival.call().startsWith("GET ") && seen.incrementAndGet() == nth;
  }

  private long writes() {
    return desk.simulator().requests().stream().filter(call -> !call.startsWith("GET ")).count();
  }

  private int paused() {
    int count = 0;
    for (JsonNode each : desk.simulator().account().path("connections")) {
      count += each.path("paused").asBoolean() ? 1 : 0;
    }
    return count;
  }
}
