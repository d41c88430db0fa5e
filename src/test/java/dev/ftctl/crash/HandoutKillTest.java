package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `apply` in a process of its own, killed by SIGKILL around the call that tells secrets once: the
/// next run leaves one agent, whose secrets stand in the file and nowhere else.
class HandoutKillTest {

  private static final int KILLED = 128 + 9;
  private static final String CREATION = "POST /v1/proxy";
  private static final String RENEWAL = "POST /v1/proxy/\\w+/regenerate-secrets";
  private static final Map<String, String> KEY =
      Map.of(
          "FIVETRAN_API_KEY", "sandbox_key",
          "FIVETRAN_API_SECRET", "sandbox_secret",
          "FTCTL_QUOTAS", "none");

  @TempDir Path folder;

  /// Where runs are killed, one after the other.
  private record Kill(String call, Moment moment) {}

  static Stream<List<Kill>> kills() {
    var lost = new Kill(CREATION, Moment.AFTER);
    List<List<Kill>> all =
        List.of(
            List.of(lost),
            List.of(new Kill(CREATION, Moment.BEFORE)),
            List.of(lost, new Kill(RENEWAL, Moment.BEFORE)),
            List.of(lost, new Kill(RENEWAL, Moment.AFTER), new Kill(RENEWAL, Moment.AFTER)));
    return all.stream().limit(Scale.of(1, all.size()));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nextRunHandsOut(List<Kill> kills) throws Exception {
    Files.createDirectories(folder.resolve("manifests"));
    Files.writeString(
        folder.resolve("manifests/dc.yaml"), "kind: ProxyAgent\nmetadata: {name: dc1}\n");
    try (var simulator = Simulator.inProcess()) {
      for (Kill kill : kills) {
        Ended killed = killed(simulator, kill);
        assertThat(killed.code()).as(killed.text()).isEqualTo(KILLED);
        assertThat(folder.resolve("dc1.json")).doesNotExist();
      }

      Ended ended = StateDesk.ended(start(simulator.url().toString()));

      assertThat(ended.code()).as(ended.text()).isZero();
      JsonNode agents = simulator.account().path("proxy_agents");
      assertThat(agents).hasSize(1);
      JsonNode handed = new JsonMapper().readTree(folder.resolve("dc1.json").toFile());
      String token = handed.at("/values/auth_token").asText();
      assertThat(agents.elements().next().path("_auth_token").asText())
          .isEqualTo(Fingerprints.fingerprint(token));
      assertThat(filesWith("PRIVATE KEY")).containsExactly(folder.resolve("dc1.json"));
      assertThat(folder.resolve(".ftctl/handouts")).isEmptyDirectory();
    }
  }

  private Process start(String url) throws IOException {
    return Child.start(
        KEY,
        folder,
        "apply",
        "--auto-approve",
        "--handout=proxy-agent/dc1=dc1.json",
        "--api-url=" + url);
  }

  private Ended killed(Simulator simulator, Kill kill) throws IOException, InterruptedException {
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
    try (var gate = new Gate(simulator.url(), incident)) {
      victim.complete(start(gate.url().toString()));
      return StateDesk.ended(victim.join());
    }
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> read(file).contains(text)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
