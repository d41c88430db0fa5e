package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Items of lists are one where their keys are one once references are filled in, and keys of the
/// project file are names.
class MergedKeysTest {

  private static final String GROUP =
      "kind: Group\nmetadata: {name: eu, labels: {l: orders}}\n---\n";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void describeAGroup() {
    workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "variables: {x: orders, y: orders}\n")
            .with("NAME", "orders");
  }

  /// The key in the template, in the document, and in its override.
  @ParameterizedTest
  @CsvSource({
    "orders, orders, orders",
    "${var:x}, orders, orders",
    "orders, ${var:x}, orders",
    "${var:x}, ${var:y}, orders",
    "orders, orders, ${var:x}",
    "orders, orders, ${group.label.l}",
  })
  void itemsMergeByWhatTheirKeysComeTo(String template, String document, String override) {

    workspace.file(
        "manifests/c.yaml",
        GROUP
            + """
            kind: Template
            metadata: {name: t}
            spec: {service: sftp, config: {files: [{table_name: "%s", file_pattern: low}]}}
            ---
            kind: Connector
            metadata: {name: c}
            spec:
              template: t
              groups: [eu]
              paused: true
              config: {schema: s, table: t, files: [{table_name: "%s", file_pattern: of-the-document}]}
              overrides: {eu: {config: {files: [{table_name: "%s", archive_pattern: of-the-override}]}}}
            """
                .formatted(template, document, override));

    Ran ran = workspace.succeed("render");

    assertThat(ran.out().split("table_name", -1)).as("%s", ran).hasSize(2);
    assertThat(ran.out())
        .contains("table_name: orders", "of-the-document", "of-the-override")
        .doesNotContain("low");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "${var:x}", "${env:NAME}", "or${var:rest}"})
  void twoItemsOfOneListWhoseKeysBecomeOneAreAnError(String second) {
    workspace
        .file("ftctl.yaml", "variables: {x: orders, rest: ders}\n")
        .file(
            "manifests/c.yaml",
            GROUP
                + """
                kind: Connector
                metadata: {name: c}
                spec: {service: sftp, groups: [eu], paused: true, config: {schema: s, table: t, files: [{table_name: orders}, {table_name: "%s"}]}}
                """
                    .formatted(second));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err())
        .contains(
            "'files' has a second item with table_name '"
                + (second.contains("env") ? "env:NAME" : "orders")
                + "', first in line 6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variables: {'${var:x}': 1}",
        "'${var:x}': 1",
        "variables: {x: limits}\nlimits: {'${var:x}': 1}",
        "secrets: {'${var:x}': {env: A}}",
        "environments: {'${env:NAME}': {}}",
        "policies: [{'${var:x}': 1}]",
      })
  void keyOfTheProjectFileThatHoldsAReferenceIsAnError(String file) {
    workspace.file("ftctl.yaml", file + "\n").file("manifests/g.yaml", GROUP);

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("holds a reference, and keys of the project file are names");
  }

  @Test
  void keysThatBecomePartOfManifestsAreFilledIn() {
    workspace
        .file(
            "ftctl.yaml",
            "variables: {f: host, part: {'${var:f}': h}}\n"
                + "defaults: {Connector: {config: {'${var:f}': h}}}\n")
        .file(
            "manifests/c.yaml",
            GROUP
                + "kind: Connector\n"
                + "metadata: {name: c}\n"
                + "spec: {service: postgres, groups: [eu], paused: true, config: {schema_prefix:"
                + " s}}\n");

    assertThat(workspace.succeed("render").out()).contains("host: h");
  }
}
