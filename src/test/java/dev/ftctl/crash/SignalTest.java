package dev.ftctl.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C, and what a CI runner sends, in the middle of an apply that is a process of its own.
@TestInstance(Lifecycle.PER_CLASS)
class SignalTest {

  private static final Pattern WRITES = Pattern.compile("skipped; (\\d+) writes");

  @TempDir Path folder;
  private Simulator simulator;

  @BeforeAll
  void start() throws IOException {
    simulator = Simulator.start();
  }

  @BeforeEach
  void reset() {
    simulator.reset();
  }

  @AfterAll
  void close() {
    simulator.close();
  }

  @Test
  void terminatedApplyFinishesWhatIsInFlightAndListsTheRest() throws Exception {
    Ended ended = applyUntil("TERM");

    assertThat(ended.code()).as(ended.text()).isEqualTo(143);
    assertEndedInGoodOrder(ended);
  }

  @Test
  void interruptedApplyFinishesWhatIsInFlightAndListsTheRest() throws Exception {
    assumeFalse(ignoresInterrupts(), "started in the background");

    Ended ended = applyUntil("INT");

    assertThat(ended.code()).as(ended.text()).isEqualTo(130);
    assertEndedInGoodOrder(ended);
  }

  @Test
  void nextApplyDoesTheRest() throws Exception {
    Undisturbed undisturbed = Undisturbed.of(Scenario.EXAMPLES);
    Ended ended = applyUntil("TERM");

    Disturbed end = Disturbed.applyAgain(Company.EXAMPLES, "terminated", ended, simulator);

    assertThat(end.complaints(undisturbed)).isEmpty();
  }

  private Path report() {
    return folder.resolve("report.json");
  }

  /// Every write that the account saw is told as done, and something was left undone.
  private void assertEndedInGoodOrder(Ended ended) throws IOException {
    List<String> writes =
        simulator.requests().stream().filter(call -> !call.startsWith("GET ")).toList();
    Matcher told = WRITES.matcher(ended.text());
    assertThat(told.find()).as(ended.text()).isTrue();
    assertThat(told.group(1)).isEqualTo(Integer.toString(writes.size()));
    assertThat(ended.text()).contains("the run was interrupted");
    JsonNode report = new JsonMapper().readTree(report().toFile());
    assertThat(report.path("exit_code").asInt()).isEqualTo(ended.code());
    assertThat(report.path("counts").path("writes").asInt()).isEqualTo(writes.size());
  }

  /// Sends the signal while a connection is being created. Answers take long enough for the signal
  /// to arrive long before the end.
  private Ended applyUntil(String signal) throws IOException, InterruptedException {
    simulator.faults("{\"match\": {}, \"then\": {\"latencyMillis\": 30}}");
    var child = new CompletableFuture<Process>();
    var incident =
        new Incident(
            Incident.first("POST /v1/connections"),
            Moment.BEFORE,
            gate -> sent(signal, child.join()));
    try (var gate = new Gate(simulator.url(), incident)) {
      Process process = Company.EXAMPLES.applying(gate.url(), 2, "--report=" + report());
      child.complete(process);
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), text);
    }
  }

  /// Lets the request pass, since it is in flight.
  private static boolean sent(String signal, Process process) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
      kill.onExit().join();
      return true;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Whoever starts a build with `&` or `nohup` has its processes ignore Ctrl-C, and a JVM keeps to
  /// that. Only Linux tells; elsewhere it counts as ignored.
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        || Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
