package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Drift and status of many accounts, and what each format says of them.
@TestInstance(Lifecycle.PER_CLASS)
class FleetReadingTest {

  private Path folder;
  private FleetAccounts accounts;
  private Workspace workspace;

  @BeforeAll
  void start(@TempDir Path own) {
    folder = own;
    accounts = new FleetAccounts(3);
    workspace =
        accounts
            .workspace(folder)
            .file("manifests/all.yaml", "kind: Group\nmetadata: {name: analytics}\n");
    workspace.succeed("apply", "--env", "a00", "--auto-approve");
  }

  @AfterAll
  void close() {
    accounts.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drift", "status", "status --fail-on broken", "validate", "drift -q"})
  void eachSectionIsWhatTheCommandAlonePrints(String line) {
    Ran ran = workspace.run(("fleet " + line).split(" "));

    int worst = 0;
    for (String name : accounts.names()) {
      Ran alone = workspace.run((line + " --env " + name).split(" "));
      assertThat(ran.out())
          .contains("=== " + name + ": exit " + alone.code() + " ===\n" + alone.out() + "\n");
      worst = Math.max(worst, alone.code());
    }
    assertThat(ran.code()).as("%s", ran).isEqualTo(worst);
  }

  @Test
  void driftRemembersEachAccountInAFileOfItsOwn() {
    workspace.run("fleet", "drift", "--since", "memory");

    for (String name : accounts.names()) {
      assertThat(Files.exists(folder.resolve("memory/" + name + ".json"))).as(name).isTrue();
    }
    assertThat(workspace.run("fleet", "drift", "--since", "memory").all()).doesNotContain("first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "plan", "drift", "status", "apply --auto-approve"})
  void jsonAndReportKeepToTheSchema(String line) {
    var schema = new SchemaCheck("fleet.schema.json");

    Ran ran =
        workspace.run(("fleet " + line + " --format json --report r.json --shard 0/1").split(" "));

    assertThat(schema.faults(ran.json())).isEmpty();
    List.of("r.json")
        .forEach(file ->
            assertThat(SchemaCheck.documents(workspace.read(file)))
                .hasSize(1)
                .allSatisfy(report -> assertThat(schema.faults(report)).isEmpty()));
  }
}
