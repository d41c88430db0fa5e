package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How old data may become, as manifests and the project file say it.
class StatusFreshnessTest {

  @TempDir Path folder;
  private WatchedFleet fleet;

  @BeforeEach
  void open() {
    fleet =
        new WatchedFleet(
            folder,
            "orders eu {'succeeded_at':'-5h','sync_frequency':1440}",
            "crm eu {'succeeded_at':'-5h','sync_frequency':1440}",
            "ads us {'succeeded_at':'-5h','paused':true}",
            "new us {'succeeded_at':null,'created_at':'-5h'}");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void manifestComesBeforeTheProjectAndTheFirstPatternBeforeTheOthers() {
    fleet
        .workspace
        .file("ftctl.yaml", "freshness: {connector/orders@*: 1h, '*@eu': 6h, '*': 2h}\n")
        .file(
            "manifests/a.yaml",
            """
            kind: Group
            metadata: {name: eu, existing: true}
            ---
            kind: Connector
            metadata: {name: invoices, existing: true, freshness: 299m}
            spec: {service: postgres, groups: [eu], config: {schema_prefix: crm}}
            """);

    Ran ran = fleet.workspace.run("status", "--fail-on", "stale", "--format", "json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    assertThat(seconds(ran, "connector/orders@eu")).isEqualTo(3600);
    assertThat(seconds(ran, "connector/invoices@eu")).isEqualTo(299 * 60);
    assertThat(seconds(ran, "connector/ads@us")).isEqualTo(7200);
    assertThat(ran.json().at("/items"))
        .allSatisfy(item -> assertThat(item.path("conditions").toString()).contains("stale"));
    assertThat(fleet.workspace.run("status").out())
        .contains("its data are 5 h old, and may be 60 min")
        .contains("it has no data yet, and may be 2 h");
  }

  @Test
  void targetThatIsKeptIsFine() {
    fleet.workspace.file("ftctl.yaml", "freshness: {'*': 301m}\n").file("manifests/none.txt", "");

    assertThat(fleet.workspace.run("status", "crm", "--fail-on", "stale,broken").code()).isZero();
  }

  private static int seconds(Ran ran, String address) {
    for (JsonNode item : ran.json().get("items")) {
      if (item.get("address").asText().equals(address)) {
        return item.get("freshness_seconds").asInt();
      }
    }
    throw new AssertionError(address + "\n" + ran);
  }

  /// What they say of freshness can't be known, so a job about that may not end well.
  @Test
  void brokenManifestsAreToldAndFailAJobAboutFreshness() {
    fleet.workspace.file("manifests/a.yaml", "kind: Nonsense\n");

    Ran told = fleet.workspace.run("status", "--fail-on", "broken");
    Ran refused = fleet.workspace.run("status", "--fail-on", "broken,stale");

    assertThat(told.code()).as("%s", told).isZero();
    assertThat(told.err()).contains("warning: the manifests can't be read");
    assertThat(refused.code()).isEqualTo(65);
    assertThat(refused.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          freshness: {'*': 6}                | ftctl.yaml:1:18 | takes a duration
          freshness: {'*': 0h}               | ftctl.yaml:1:18 | write 30m, 6h or 2d
          freshness: {'*': soon}             | ftctl.yaml:1:18 | write 30m, 6h or 2d
          freshness: 6h                      | ftctl.yaml:1:12 | takes a mapping
          freshness: {'${var:x}': 6h}        | ftctl.yaml:1:13 | keys of the project file are names
          """)
  void wrongTargetsAreErrorsWithTheirPlace(String project, String place, String said) {
    fleet.workspace.file("ftctl.yaml", project + "\n");

    Ran ran = fleet.workspace.run("status");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains(place).contains(said);
  }

  @Test
  void freshnessOfWhatBringsNoDataIsAnError() {
    fleet.workspace.file("manifests/a.yaml", "kind: Group\nmetadata: {name: x, freshness: 6h}\n");
    assertThat(fleet.workspace.run("validate").err()).contains("a Group brings no data");

    fleet.workspace.file(
        "manifests/a.yaml",
        "kind: Connector\n"
            + "metadata: {name: x, freshness: 6}\n"
            + "spec: {service: stripe, groups: [eu]}\n");
    assertThat(fleet.workspace.run("validate").err())
        .contains("a.yaml:2:32")
        .contains("'freshness' takes a duration");
  }

  @Test
  void renderShowsIt() {
    fleet.workspace.file(
        "manifests/a.yaml",
        """
        kind: Group
        metadata: {name: eu}
        ---
        kind: Connector
        metadata: {name: x, freshness: 360m}
        spec: {service: stripe, groups: [eu], config: {schema: x}}
        """);

    assertThat(fleet.workspace.succeed("render").out()).contains("freshness: \"6h\"");
  }
}
