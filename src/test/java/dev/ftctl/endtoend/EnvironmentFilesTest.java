package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Environments with a file of their own, `environments/NAME.yaml`.
class EnvironmentFilesTest {

  @TempDir Path folder;

  private Workspace workspace;

  @BeforeEach
  void project() {
    workspace =
        new Workspace(folder)
            .file(
                "ftctl.yaml",
                """
                manifests: [.]
                environments:
                  eu: {account: acme_eu, variables: {region: AWS_EU_WEST_1}}
                """)
            .file("environments/us.yaml", "account: acme_us\nvariables: {region: AWS_US_EAST_1}\n")
            .file(
                "groups.yaml",
                "kind: Group\nmetadata: {name: analytics, labels: {region: '${var:region}'}}\n");
  }

  @Test
  void standBesideThoseOfTheProjectFile() {
    assertThat(workspace.succeed("fleet", "matrix").out())
        .isEqualTo("{\"include\":[{\"environment\":\"eu\"},{\"environment\":\"us\"}]}\n");
    assertThat(workspace.succeed("render", "--env", "us").out()).contains("AWS_US_EAST_1");
    assertThat(workspace.succeed("render", "--env", "eu").out()).contains("AWS_EU_WEST_1");
  }

  @Test
  void nameInBothPlacesIsAnError() {
    workspace.file("environments/eu.yaml", "account: acme_eu\n");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("environments/eu.yaml:1:1", "'eu' is declared a second time");
  }

  @Test
  void whatIsWrongInOneIsToldWithItsPlace() {
    workspace.file("environments/us.yaml", "acount: acme_us\n");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err())
        .contains("environments/us.yaml:1:1", "did you mean 'account'?")
        .contains("'us' is pinned to no account");
  }

  @Test
  void fileWithAKindIsAManifest() {
    workspace.file("environments/team.yaml", "kind: Group\nmetadata: {name: finance}\n");

    assertThat(workspace.succeed("validate", "--env", "us").out())
        .isEqualTo("Valid: 2 manifests, 2 resources.\n");
  }
}
