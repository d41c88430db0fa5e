package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `validate` without `--env` checks the manifests of every environment.
class EveryEnvironmentTest {

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void haveTwoEnvironments() {
    workspace =
        new Workspace(folder)
            .file(
                "ftctl.yaml",
                """
                environments:
                  test: {account: a1, variables: {name: test}}
                  live: {account: a2, overlays: overlays/live, variables: {name: live}}
                """)
            .file(
                "overlays/live/o.yaml",
                "kind: Group\nmetadata: {name: second}\nspec: {name: the second}\n")
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: \"${var:name}\"}\n")
            .file(
                "manifests/only.yaml",
                "kind: Group\nmetadata: {name: second, environments: [live]}\n");
  }

  @Test
  void isReadWithItsOwnVariables() {
    Ran ran = workspace.succeed("validate");

    assertThat(ran.out())
        .isEqualTo("Valid: 2 manifests, 1 resource in test, 2 resources in live.\n");
  }

  @Test
  void isNamedByWhatIsWrongInIt() {
    workspace
        .file("overlays/live/o.yaml", "kind: Group\nmetadata: {name: second}\nspec: {nme: other}\n")
        .file("manifests/both.yaml", "kind: Group\nmetadata: {name: both}\nspec: {nmae: x}\n");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err())
        .contains(
            "overlays/live/o.yaml:3:8: group second: unknown field 'nme' in spec of Group (in"
                + " live)")
        .contains("manifests/both.yaml:3:8: group both: unknown field 'nmae' in spec of Group\n")
        .contains("2 errors in 2 files");
  }

  @Test
  void aloneIsReadWhenItIsAskedFor() {
    workspace.file(
        "overlays/live/o.yaml", "kind: Group\nmetadata: {name: second}\nspec: {nme: other}\n");

    assertThat(workspace.succeed("validate", "--env", "test").out())
        .isEqualTo("Valid: 2 manifests, 1 resource.\n");
    assertThat(workspace.run("validate", "--env", "live").err()).doesNotContain("(in live)");
  }

  @Test
  void mayLackWhatATargetNamesUnlessAllDo() {
    assertThat(workspace.succeed("validate", "--target", "group/second").out())
        .isEqualTo("Valid: 2 manifests, 1 resource in live.\n");
    assertThat(workspace.run("validate", "--target", "group/third").code()).isEqualTo(64);
  }
}
