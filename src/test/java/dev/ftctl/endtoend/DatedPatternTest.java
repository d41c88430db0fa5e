package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pattern of files with the day in it: a scheduler runs `apply` each night, and nobody writes it
/// anew (docs/how-to/consolidate-file-connectors.md).
class DatedPatternTest {

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Connector
      metadata: {name: sales}
      spec:
        service: sftp
        groups: [prod]
        paused: true
        config:
          schema: files
          table_group_name: sales
          host: sftp.example
          port: 22
          user: fivetran
          password: "${env:PW}"
          files:
            - {table_name: sales, file_pattern: "sales_${date('MMddyy', 'UTC')}-\\\\d{6}\\\\.csv"}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyOnADay() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .with("PW", "harmless-value")
            .file("manifests/sales.yaml", MANIFESTS);
    apply("2023-11-19T00:05:00Z");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void nextDayIsOneChangeAndOnceIsEnough() {
    Ran plan = workspace.run("plan", "--expand", "--now", "2023-11-20T00:05:00Z");
    apply("2023-11-20T00:05:00Z");
    int writes = lab.writes().size();
    apply("2023-11-20T23:00:00Z");

    assertThat(plan.out())
        .contains("sales_112023-\\\\d{6}\\\\.csv")
        .contains("Plan: 0 create, 1 update");
    assertThat(pattern()).isEqualTo("sales_112023-\\d{6}\\.csv");
    assertThat(lab.writes()).hasSize(writes);
  }

  @Test
  void monthEnds() {
    apply("2023-11-30T23:59:59Z");
    assertThat(pattern()).isEqualTo("sales_113023-\\d{6}\\.csv");

    apply("2023-12-01T00:00:00Z");
    assertThat(pattern()).isEqualTo("sales_120123-\\d{6}\\.csv");
  }

  private void apply(String now) {
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never", "--now", now);
  }

  private String pattern() {
    return lab.sandbox()
        .control()
        .account()
        .path("connections")
        .elements()
        .next()
        .at("/config/files/0/file_pattern")
        .asText();
  }
}
