package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
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

/// Apply is killed around the creation of a private link and while it waits for it. The next run
/// goes on: one link, and behind it one connection.
class SettlingKillTest {

  private static final int KILLED = 128 + 9;
  private static final String CREATION = "POST /v1/private-links";
  private static final String LOOK = "GET /v1/private-links/\\w+";
  private static final String DEPENDENT = "POST /v1/connections";
  private static final Map<String, String> KEY =
      Map.of(
          "FIVETRAN_API_KEY", "sandbox_key",
          "FIVETRAN_API_SECRET", "sandbox_secret",
          "FTCTL_QUOTAS", "none");

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: PrivateLink
      metadata: {name: quay}
      spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: vpce}}
      ---
      kind: Connector
      metadata: {name: cranes}
      spec:
        service: postgres
        groups: [prod]
        networking_method: PrivateLink
        private_link: quay
        paused: true
        config: {schema_prefix: cranes, host: db.internal, port: 5432, database: d, user: u, password: p}
      """;

  @TempDir Path folder;

  /// Where a run is killed.
  private record Kill(String call, Moment moment) {}

  static Stream<Kill> kills() {
    List<Kill> all =
        List.of(
            new Kill(LOOK, Moment.AFTER),
            new Kill(CREATION, Moment.AFTER),
            new Kill(CREATION, Moment.BEFORE),
            new Kill(LOOK, Moment.BEFORE),
            new Kill(DEPENDENT, Moment.BEFORE));
    return all.stream().limit(Scale.of(1, all.size()));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nextRunGoesOn(Kill kill) throws Exception {
    Files.createDirectories(folder.resolve("manifests"));
    Files.writeString(folder.resolve("manifests/all.yaml"), COMPANY);
    try (var simulator = Simulator.inProcess()) {
      ObjectNode account = (ObjectNode) simulator.account();
      account.withObjectProperty("link_courses").putObject("quay").put("looks", 3);
      simulator.replaceAccount(account);
      Ended killed = killed(simulator, kill);
      assertThat(killed.code()).as(killed.text()).isEqualTo(KILLED);

      Ended ended = StateDesk.ended(start(simulator.url().toString()));

      assertThat(ended.code()).as(ended.text()).isZero();
      JsonNode after = simulator.account();
      assertThat(after.path("private_links").findValuesAsText("state")).containsExactly("OK");
      assertThat(after.path("connections").findValuesAsText("private_link_id"))
          .containsExactly(after.path("private_links").fieldNames().next());
    }
  }

  private Process start(String url) throws IOException {
    return Child.start(
        KEY, folder, "apply", "--auto-approve", "--run-setup-tests=never", "--api-url=" + url);
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
}
