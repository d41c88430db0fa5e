package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.connectortype.ConnectorType;
import dev.ftctl.connectortype.Example;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The example of each service: what `connector-type scaffold --example` prints is a manifest that
/// needs nothing more.
final class ServiceExamplesTest {

  private static final Catalog CATALOG = Catalog.bundled();
  private static final SequencedMap<String, String> EXAMPLES = examples();

  @TempDir Path folder;

  /// All of them in one project, without a word.
  @Test
  void exampleOfEachServiceIsValid() {
    Workspace workspace = withExamples(1);

    Ran ran = workspace.run("validate", "--strict");

    assertThat(EXAMPLES).hasSize(773 + 37);
    assertThat(ran.all()).doesNotContain("warning", "error");
    assertThat(ran.code()).as("%s", ran).isZero();
  }

  @Test
  void exampleOfEachServiceKeepsToTheSchema() {
    var schema = new SchemaCheck("ftctl.schema.json");

    assertThat(EXAMPLES)
        .allSatisfy((name, text) ->
            assertThat(SchemaCheck.documents(text))
                .hasSize(1)
                .allSatisfy(document -> assertThat(schema.faults(document)).as(name).isEmpty()));
  }

  /// No placeholder is left, and no secret is a text.
  @Test
  void exampleOfEachServiceIsFilled() {
    assertThat(EXAMPLES)
        .allSatisfy((name, text) ->
            assertThat(text).as(name).doesNotContain("${var:").containsPattern("(?m)^kind: "));
  }

  /// Applied once, and then there is nothing to do.
  @Test
  void examplesAreAppliedOnceAndNeedNothingAfterwards() {
    try (var lab = new Lab()) {
      Workspace workspace = withExamples(Scale.of(25, 1)).reaching(lab.sandbox());
      EXAMPLES
          .values()
          .forEach(text ->
              Pattern.compile("\\$\\{env:(\\w+)}")
                  .matcher(text)
                  .results()
                  .forEach(found -> workspace.with(found.group(1), "made-up-" + found.group(1))));
      workspace.succeed("apply", "--auto-approve", "-q");

      Ran after = workspace.run("plan", "--detailed-exitcode");

      assertThat(after.code()).as("%s", after).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres",
        "s3",
        "google_ads",
        "google_sheets",
        "salesforce",
        "oracle_hva",
        "zendesk",
        "aws_lambda",
        "apache_kafka",
        "15five",
        "snowflake",
        "big_query"
      })
  void commandPrintsIt(String service) {
    var workspace = new Workspace(folder);

    Ran ran = workspace.succeed("connector-type", "scaffold", "--example", service);

    Golden.check("example/" + service + ".yaml", ran.out());
  }

  /// Every so many connectors, and every destination in a group of its own.
  private Workspace withExamples(int step) {
    var workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "{}\n")
            .file("manifests/warehouse.yaml", group("warehouse"));
    int place = 0;
    for (var example : EXAMPLES.entrySet()) {
      String name = example.getKey();
      // One of them is where the connectors load.
      boolean isApart = name.startsWith("destinations/") && !name.endsWith("/snowflake");
      if (name.startsWith("destinations/") || place++ % step == 0) {
        String own = name.replace("destinations/", "for_");
        String text =
            isApart
                ? group(own)
                    + "---\n"
                    + example.getValue().replace("group: warehouse ", "group: " + own + " ")
                : example.getValue();
        workspace.file("manifests/" + name + ".yaml", text);
      }
    }
    return workspace;
  }

  private static String group(String name) {
    return "kind: Group\nmetadata: {name: " + name + "}\n";
  }

  private static SequencedMap<String, String> examples() {
    var examples = new TreeMap<String, String>();
    CATALOG
        .connectionServices()
        .forEach(service -> examples.put("connectors/" + service, example(service, false)));
    CATALOG
        .destinationServices()
        .forEach(service -> examples.put("destinations/" + service, example(service, true)));
    return examples;
  }

  private static String example(String service, boolean isDestination) {
    return Example.of(ConnectorType.find(CATALOG, service, isDestination).orElseThrow());
  }
}
