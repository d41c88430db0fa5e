package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may pause a connection that runs: its own document alone.
class LentPauseTest {

  private static final String WAREHOUSE =
      """
      kind: Group
      metadata: {name: main}
      ---
      kind: Destination
      metadata: {name: main}
      spec: {group: main, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:KEY:-harmless-1}"}}
      """;

  private static final String LEAN = connector("", "");

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void run() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    workspace.file("manifests/warehouse.yaml", WAREHOUSE);
    haveAConnection("false");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// Where `paused` may stand but in the document.
  static Stream<Arguments> lenders() {
    return Stream.of(
        Arguments.of("defaults", Map.of("ftctl.yaml", "defaults: {Connector: {paused: PAUSED}}\n")),
        Arguments.of(
            "defaults for one group",
            Map.of("ftctl.yaml", "defaults: {Connector: {overrides: {main: {paused: PAUSED}}}}\n")),
        Arguments.of(
            "template",
            Map.of(
                "manifests/shop.yaml",
                connector("template: rest, ", "")
                    + "---\nkind: Template\nmetadata: {name: rest}\nspec: {paused: PAUSED}\n")),
        Arguments.of(
            "variable of a default",
            Map.of(
                "ftctl.yaml",
                "variables: {rest: PAUSED}\ndefaults: {Connector: {paused: \"${var:rest}\"}}\n")),
        Arguments.of(
            "overlay",
            Map.of(
                "ftctl.yaml",
                "environments: {dev: {account: ACCOUNT, overlays: [dev]}}\n"
                    + "default_environment: dev\n",
                "dev/shop.yaml",
                "kind: Connector\nmetadata: {name: shop}\nspec: {paused: PAUSED}\n")));
  }

  @ParameterizedTest
  @MethodSource("lenders")
  void trueOfAnotherPlaceNeverPausesWhatRuns(String name, Map<String, String> files) {
    write(files, "true");

    Ran plan = workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  @ParameterizedTest
  @MethodSource("lenders")
  void falseOfAnotherPlaceAlwaysCounts(String name, Map<String, String> files) {
    haveAConnection("true");
    write(files, "false");

    Ran plan = workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isEqualTo(2);
    assertThat(plan.out()).contains("true → false");
  }

  @ParameterizedTest
  @MethodSource("lenders")
  void trueOfAnotherPlaceCountsAtCreation(String name, Map<String, String> files) {
    write(files, "true");
    String file = "manifests/shop.yaml";
    workspace.file(file, workspace.read(file).replace("prefix: shop", "prefix: other"));

    workspace.succeed("apply", "--auto-approve", "--allow=duplicate", "--journal", "none");

    assertThat(connection("other").path("paused").asBoolean()).isTrue();
  }

  @Test
  void documentItselfPausesWhatRuns() {
    workspace.file("ftctl.yaml", "defaults: {Connector: {paused: false}}\n");
    workspace.file("manifests/shop.yaml", connector("paused: true, ", ""));

    Ran plan = workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isEqualTo(2);
    assertThat(plan.out()).contains("false → true");
  }

  @Test
  void valueOfAnotherPlaceIsNamedBesideTheDocument() {
    workspace.file(
        "ftctl.yaml", "defaults:\n  Connector:\n    sync_frequency: 60\n    paused: true\n");
    workspace.file("manifests/shop.yaml", LEAN);

    Ran plan = workspace.run("plan");

    assertThat(plan.out())
        .containsPattern("update +connector/shop@main +manifests/shop.yaml:1")
        .containsPattern("sync_frequency +360 → 60 +from ftctl.yaml:3");
  }

  @Test
  void valueOfARowIsNamedBesideTheDocument() {
    workspace.file("manifests/shop.yaml", "");
    workspace.file("manifests/rows.csv", "name,minutes\nnone,5\nshop,60\n");
    workspace.file(
        "manifests/shop.yaml",
        connector("sync_frequency: \"${each.minutes}\", paused: false, ", "")
            .replace("kind: Connector", "kind: Connector\nfor_each: {csv: rows.csv}")
            .replace("name: shop", "name: \"${each.name}\"")
            .replace("prefix: shop", "prefix: \"${each.name}\""));

    Ran plan = workspace.run("plan", "--allow=duplicate");

    assertThat(plan.out()).containsPattern("sync_frequency +360 → 60 +from manifests/rows.csv:3");
  }

  @Test
  void projectOfInitChangesNothingOfWhatItAdopts() {
    workspace.file("manifests/shop.yaml", connector("paused: false, sync_frequency: 60, ", ""));
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    workspace.succeed("init", "new");
    workspace.file("new/manifests/shop.yaml", WAREHOUSE + "---\n" + LEAN);

    Ran plan = workspace.run("plan", "--config", "new/ftctl.yaml", "--target", "connector/shop");

    assertThat(plan.out()).as("%s", plan).contains("0 create, 0 update");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void unpausingOfAPersonIsNeverUndone(boolean hasSynced) {
    if (hasSynced) {
      change(connection -> connection.put("succeeded_at", "2026-01-01T00:00:00Z"));
    }
    workspace.file("manifests/shop.yaml", connector("paused: true, ", ", initial: [paused]"));

    Ran plan = workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"succeeded_at", "failed_at"})
  void pauseOfAPersonIsLeftOnceASyncHasEnded(String ended) {
    haveAConnection("true");
    change(connection -> connection.putNull("succeeded_at").putNull("failed_at"));
    workspace.file("manifests/shop.yaml", connector("paused: false, ", ", initial: [paused]"));

    Ran before = workspace.run("plan", "--detailed-exitcode");
    change(connection -> connection.put(ended, "2026-01-01T00:00:00Z"));
    Ran after = workspace.run("plan", "--detailed-exitcode");

    assertThat(before.code()).as("%s", before).isEqualTo(2);
    assertThat(before.out()).contains("true → false");
    assertThat(after.code()).as("%s", after).isZero();
  }

  private void haveAConnection(String paused) {
    workspace.file("manifests/shop.yaml", connector("paused: " + paused + ", ", ""));
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  private void write(Map<String, String> files, String paused) {
    workspace.file("manifests/shop.yaml", LEAN);
    String account = lab.account(false).info().id();
    files.forEach((file, text) ->
        workspace.file(file, text.replace("PAUSED", paused).replace("ACCOUNT", account)));
  }

  private JsonNode connection(String prefix) {
    for (JsonNode connection : lab.sandbox().control().account().path("connections")) {
      if (connection.path("schema").asText().equals(prefix)) {
        return connection;
      }
    }
    throw new AssertionError("no connection " + prefix);
  }

  private void change(java.util.function.Consumer<ObjectNode> change) {
    ObjectNode account = lab.sandbox().control().account();
    account.path("connections").forEach(connection -> change.accept((ObjectNode) connection));
    lab.sandbox().control().replaceAccount(account);
  }

  private static String connector(String spec, String metadata) {
    return """
    kind: Connector
    metadata: {name: shop%s}
    spec: {service: postgres, groups: [main], %sconfig: {schema_prefix: shop, host: db.internal, port: 5432, database: app, user: f, password: "${env:KEY:-harmless-1}"}}
    """
        .formatted(metadata, spec);
  }
}
