package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /// An editor underlines what `validate` refuses, and nothing else.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{account: acme_us}                                            | true",
        "{account: acme_us, variables: {rows: 5}, overlays: over}      | true",
        "{account: acme_us, overlays: [over, more], variables:}        | true",
        "{account: acme_us, credentials: {key: US_API_KEY}}            | true",
        "{variables: {region: x}}                                      | false",
        "{account: acme_us, variable: {region: x}}                     | false",
        "{account: acme_us, variables: [region]}                       | false",
        "{account: acme_us, credentials: {password: US_API_SECRET}}    | false",
        "[account, acme_us]                                            | false",
      })
  void schemaAgreesWithWhatIsRead(String text, boolean isRight) throws IOException {
    for (String overlay : List.of("over", "more")) {
      Files.createDirectories(folder.resolve(overlay));
    }
    workspace
        .file("environments/us.yaml", text + "\n")
        .file("groups.yaml", "kind: Group\nmetadata: {name: analytics}\n");

    Ran ran = workspace.run("validate", "--env", "us");

    var schema = new SchemaCheck("environment.schema.json");
    assertThat(ran.code()).as("%s", ran).isEqualTo(isRight ? 0 : 65);
    assertThat(SchemaCheck.documents(text))
        .allSatisfy(document -> assertThat(schema.faults(document).isEmpty()).isEqualTo(isRight));
  }

  @Test
  void fileWithAKindIsAManifest() {
    workspace.file("environments/team.yaml", "kind: Group\nmetadata: {name: finance}\n");

    assertThat(workspace.succeed("validate", "--env", "us").out())
        .isEqualTo("Valid: 2 manifests, 2 resources.\n");
  }
}
