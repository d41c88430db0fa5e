package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Fivetran's quotas cost nobody time on a simulator that enforces none, and an hour that is used
/// up ends a run.
@Timeout(60)
class SimulatorQuotaTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void write() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .with("FTCTL_QUOTAS", "")
            .file(
                "manifests/all.yaml",
                """
                kind: Group
                metadata: {name: prod}
                ---
                kind: Connector
                for_each: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]
                metadata: {name: "c${each.value}"}
                spec:
                  service: google_sheets
                  groups: [prod]
                  paused: true
                  config: {schema: "c${each.value}", table: t, auth_type: ServiceAccount, sheet_id: "https://sheets.example/${each.value}", named_range: r}
                """);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void moreCreationsThanAMinuteAllowsAreMadeAtOnce() {
    Ran ran = workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    assertThat(ran.err()).doesNotContain("waiting");
    assertThat(lab.sandbox().control().account().path("connections")).hasSize(25);
  }

  @Test
  void hourThatIsUsedUpEndsTheRun() throws Exception {
    lab.sandbox().control().quotas(new JsonMapper().readTree("{\"requestsPerHour\": 6}"));

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).as("%s", ran).isEqualTo(69);
    assertThat(ran.err()).contains("longer than ftctl waits");
  }
}
