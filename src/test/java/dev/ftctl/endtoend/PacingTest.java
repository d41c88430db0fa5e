package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import dev.ftctl.sandbox.store.RequestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole program against a simulator that enforces quotas and whose time flies: a minute of it
/// passes within a moment.
@Timeout(120)
class PacingTest {

  private static final int MANY = 250;

  /// How many times faster than that of the machine the simulator's time passes.
  private static final long SPEED = 100;

  private static final String A_MINUTE = 60_000 / SPEED + "ms";

  @TempDir Path folder;

  @Test
  void creationsKeepTheirQuotaAndTakeHardlyLongerThanIt() throws IOException {
    try (Sandbox sandbox = enforcing("{\"connectionsCreatedPerMinute\": 20}")) {
      Workspace workspace = workspace(sandbox, "connections_created=20/" + A_MINUTE, MANY);

      Ran applied = workspace.succeed("apply", "--auto-approve");

      assertThat(applied.out()).contains(" as the manifests say");
      List<RequestRecord> creations = creations(sandbox);
      assertThat(sandbox.requests()).noneMatch(request -> request.status() == 429);
      assertThat(creations).hasSize(MANY);
      // 250 at 20 a minute are 13 portions, with 12 minutes between the first and the last.
      assertThat(span(creations)).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(18));
    }
  }

  @Test
  void setupTestsAndSourceInteractionsKeepTheirs() throws IOException {
    try (Sandbox sandbox =
        enforcing("{\"setupTestsPerMinute\": 10, \"sourceInteractionsPerMinute\": 15}")) {
      Workspace workspace =
          workspace(
              sandbox, "setup_tests=10/" + A_MINUTE + ",source_interactions=15/" + A_MINUTE, 40);

      workspace.succeed("apply", "--auto-approve");

      assertThat(sandbox.requests()).noneMatch(request -> request.status() == 429);
    }
  }

  /// Nothing but the headers tells how much is left.
  @Test
  void requestsThatAreLeftAreNotExceeded() throws IOException {
    try (Sandbox sandbox = enforcing("{\"requestsPerHour\": 100}", 1500)) {
      Workspace workspace = workspace(sandbox, "requests=100000/" + 3_600_000 / 1500 + "ms", 40);

      Ran applied = workspace.succeed("apply", "--auto-approve");

      assertThat(sandbox.requests()).hasSizeGreaterThan(150);
      assertThat(sandbox.requests()).noneMatch(request -> request.status() == 429);
      assertThat(applied.err()).contains("warning: the quota does not suffice: apply needs about");
    }
  }

  private Workspace workspace(Sandbox sandbox, String quotas, int connections) {
    String rows =
        IntStream.range(0, connections)
            .mapToObj(i -> "- {name: c" + i + "}")
            .collect(Collectors.joining("\n"));
    return new Workspace(folder)
        .reaching(sandbox)
        .with("FTCTL_QUOTAS", quotas)
        .file(
            "manifests/all.yaml",
            """
            kind: Group
            metadata: {name: prod}
            ---
            kind: Destination
            metadata: {name: prod}
            spec:
              group: prod
              service: snowflake
              region: GCP_US_EAST4
              time_zone_offset: "-5"
              config: {host: w.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}
            ---
            kind: Connector
            for_each:
            %smetadata: {name: "${each.name}"}
            spec:
              service: postgres
              groups: [prod]
              paused: false
              config: {schema_prefix: "${each.name}", host: db.internal, port: 5432, database: d, user: fivetran, password: a-database-password}
            """
                .formatted(rows.indent(2)));
  }

  private static Sandbox enforcing(String quotas) throws IOException {
    return enforcing(quotas, SPEED);
  }

  private static Sandbox enforcing(String quotas, long speed) throws IOException {
    Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withClock(new FastClock(speed)));
    sandbox.control().quotas(new JsonMapper().readTree(quotas));
    return sandbox;
  }

  private static List<RequestRecord> creations(Sandbox sandbox) {
    return sandbox.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().equals("/v1/connections"))
        .toList();
  }

  private static Duration span(List<RequestRecord> requests) {
    return Duration.between(
        Instant.parse(requests.getFirst().at()), Instant.parse(requests.getLast().at()));
  }
}
