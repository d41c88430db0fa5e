package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.RequestRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jobs of the REST examples (docs/seeds.md, 003) but for the sync, which is [SyncTest]'s.
class RestExamplesTest {

  private static final String FILES =
      """
      kind: Connector
      metadata: {name: files}
      spec:
        service: ftp
        groups: [prod]
        paused: true
        sync_frequency: 1440
        daily_sync_time: "03:00"
        schedule_type: auto
        config:
          schema: files
          table: orders
          host: files.example.com
          port: 21
          user: ft
          password: harmless1
          is_secure: false
          prefix: in
          file_type: csv
          compression: gz
          on_error: skip
          append_file_option: append_file
          delimiter: ";"
          escape_char: "|"
          skip_before: 1
          skip_after: 0
      """;

  @TempDir Path folder;
  private SyncingCompany company;
  private Workspace workspace;

  @BeforeEach
  void open() {
    company = new SyncingCompany(folder);
    workspace = company.workspace;
  }

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void R01_detailsOfAConnectionByItsId() {
    Ran ran = workspace.succeed("get", "connector", company.id("pg"), "--format", "json");

    assertThat(ran.json().at("/items/0/config/host").asText()).isEqualTo("pg.example.com");
    Ran unknown = workspace.run("get", "connector", "no_such_id");
    assertThat(unknown.code()).isEqualTo(64);
    assertThat(unknown.err()).contains("nothing in the account is called no_such_id");
  }

  /// Typed, and by today's names of the fields.
  @Test
  void R02_R03_R11_connectionIsCreatedAndItsTestsAreTold() {
    workspace.file("manifests/files.yaml", FILES);

    workspace.succeed("apply", "--auto-approve");

    RequestRecord sent =
        company.lab.writes().stream()
            .filter(request -> request.path().endsWith("/connections"))
            .findFirst()
            .orElseThrow();
    assertThat(String.valueOf(sent.body()))
        .contains("\"port\":21", "\"skip_before\":1", "\"is_secure\":false");
    assertThat(workspace.succeed("plan").out()).contains("Nothing changes");
    assertThat(
            workspace
                .succeed("get", "connector", "files", "--fields", "sync_frequency,daily_sync_time")
                .out())
        .containsPattern("1440 +03:00");
    workspace.edit("manifests/files.yaml", "files.example.com", "unreachable.example.com");
    Ran failed = workspace.run("apply", "--auto-approve");
    assertThat(failed.code()).isEqualTo(5);
    assertThat(failed.all()).contains("setup tests failed: Connecting to host: ");
  }

  @Test
  void R04_listsAreReadToTheirEnds() {
    for (String kind : List.of("groups", "users", "connectors")) {
      assertThat(workspace.succeed("get", kind, "--format", "json").json().path("items"))
          .isNotEmpty();
    }
    assertThat(workspace.succeed("get", "connectors", "--group", "prod").out().lines()).hasSize(5);
    assertThat(company.lab.sandbox().requests())
        .filteredOn(request -> request.path().endsWith("/connections"))
        .allSatisfy(request -> assertThat(request.query()).contains("limit=1000"));
  }
}
