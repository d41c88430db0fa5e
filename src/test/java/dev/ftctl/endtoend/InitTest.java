package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ftctl init` writes a repository that works at once on the simulator.
class InitTest {

  private static final List<String> FILES =
      List.of(
          ".gitattributes",
          ".github/workflows/ftctl-apply.yml",
          ".github/workflows/ftctl-drift.yml",
          ".github/workflows/ftctl-plan.yml",
          ".gitignore",
          ".vscode/settings.json",
          "ftctl.yaml",
          "manifests/orders.test.yaml",
          "manifests/orders.yaml",
          "manifests/warehouse.yaml",
          "schemas/environment.schema.json",
          "schemas/ftctl.schema.json",
          "schemas/project.schema.json",
          "schemas/test.schema.json");

  @TempDir Path folder;

  @Test
  void starterIsAppliedToTheSimulatorAndThenNothingIsLeft() {
    var workspace = new Workspace(folder);

    Ran written = workspace.succeed("init");
    Ran valid = workspace.run("validate", "--strict");
    Ran checked = workspace.run("check");
    Ran applied = workspace.run("apply", "--sandbox", "--auto-approve");
    Ran planned = workspace.run("plan", "--sandbox", "--detailed-exitcode");

    assertThat(written.out()).contains(FILES).contains("ftctl apply --sandbox", "ftctl plan");
    assertThat(valid.code()).as("%s", valid).isZero();
    assertThat(valid.err()).isEmpty();
    assertThat(checked.code()).as("%s", checked).isZero();
    assertThat(checked.out()).contains("2 tests in 1 file: all hold.");
    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(applied.out())
        .contains("Plan: 4 create")
        .endsWith(
            "\n"
                + "Read back: all 4 writes are as the manifests say; Fivetran accepted 2 more"
                + " writes and 2 values, which it shows to nobody.\n");
    assertThat(planned.code()).as("%s", planned).isZero();
  }

  /// They would be taken for what chose the account, and no account is asked.
  @ParameterizedTest
  @ValueSource(strings = {"--sandbox", "--credentials=keys.env", "--timeout=5s"})
  void flagsOfAnAccountNeedOne(String flag) {
    var workspace = new Workspace(folder);

    Ran ran = workspace.run("init", flag);

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err())
        .contains(flag.replaceFirst("=.*", "") + " is of an account", "--from-account");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void connectionOfTheStarterSyncsOnceItIsUnpaused() {
    var workspace = new Workspace(folder);
    workspace.succeed("init");
    workspace.edit("ftctl.yaml", "    paused: true\n", "    paused: false\n");

    Ran applied = workspace.run("apply", "--sandbox", "--auto-approve");
    Ran planned = workspace.run("plan", "--sandbox", "--detailed-exitcode");

    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(planned.code()).as("%s", planned).isZero();
  }

  @Test
  void whatItWritesIsFormatted() {
    var workspace = new Workspace(folder);
    workspace.succeed("init");

    Ran ran = workspace.run("fmt", "--check", ".", ".github/workflows", "ftctl.yaml");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err()).isEqualTo("0 of 6 files would be formatted.\n");
  }

  @Test
  void newFolderIsMade() {
    var workspace = new Workspace(folder);

    Ran ran = workspace.run("init", "a/b", "--format", "json");

    assertThat(ran.json().path("written")).hasSize(FILES.size());
    assertThat(FILES).allSatisfy(file -> assertThat(folder.resolve("a/b").resolve(file)).exists());
  }
}
