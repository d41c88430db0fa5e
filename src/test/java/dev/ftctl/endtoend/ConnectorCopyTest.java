package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A copy of a connection that no manifest describes: printed, applied, and then as the manifests
/// say. Nothing is written before the apply.
class ConnectorCopyTest {

  private static final String SOURCE = "connector/orders@analytics_prod";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  /// One document for all groups, whose secret is asked for by its name before anything is written.
  @Test
  void fannedOutCopyIsAppliedAndItsPlanIsEmpty() {
    Workspace workspace = new Workspace(folder).reaching(lab.sandbox());
    lab.forget();

    Ran copy =
        workspace.succeed(
            "connector",
            "copy",
            SOURCE,
            "--to",
            "finance,analytics_prod",
            "--set",
            "schema_prefix=shop",
            "--set",
            "finance:config.host=replica.internal",
            "--with-schema",
            "-o",
            "manifests/shop.yaml");
    Ran blocked = workspace.run("plan");
    Ran without = workspace.run("apply", "--auto-approve", "--allow", "duplicate");

    assertThat(lab.writes()).isEmpty();
    assertThat(copy.out()).isEmpty();
    assertThat(copy.err()).contains("SHOP_PASSWORD= # connector/shop config.password\n");
    assertThat(copy.err()).contains("--allow duplicate:connector/shop");
    assertThat(blocked.code()).isEqualTo(4);
    assertThat(without.code()).as("%s", without).isEqualTo(65);
    assertThat(without.err()).contains("SHOP_PASSWORD is not set");
    workspace.with("SHOP_PASSWORD", "harmless-value");
    workspace.succeed("apply", "--auto-approve", "--allow", "duplicate");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    assertThat(connections("shop"))
        .hasSize(2)
        .allMatch(one -> one.path("paused").asBoolean())
        .extracting(one -> one.at("/config/host").asText())
        .containsExactlyInAnyOrder("replica.internal", "orders.db.acme-outdoor.internal");
  }

  @Test
  void whatIsExcludedAndHashedIsSoInTheCopy() {
    Workspace workspace = new Workspace(folder).reaching(lab.sandbox());

    String with = copied(workspace, "--with-schema");
    String without = copied(workspace);

    assertThat(workspace.succeed("connector", "copy", SOURCE, "--to", "finance").err())
        .doesNotContain("warning:");

    assertThat(with)
        .contains("schema_change_handling: ALLOW_COLUMNS")
        .contains("ssn: {enabled: false}")
        .contains("email: {hashed: true}");
    assertThat(without).doesNotContain("schema_settings").endsWith("    user: fivetran\n");
    assertThat(with).startsWith(without);
  }

  private static String copied(Workspace workspace, String... more) {
    List<String> line =
        new java.util.ArrayList<>(List.of("connector", "copy", SOURCE, "--to", "finance"));
    line.addAll(List.of(more));
    return workspace.succeed(line.toArray(String[]::new)).out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connector/ordres@analytics_prod --to finance | did you mean"
            + " 'connector/orders@analytics_prod'?",
        "orders --to finance | may mean 2 objects",
        "connector/orders* --to finance | means 2 connections, and one is copied",
        SOURCE + " --to finanse | did you mean 'finance'?",
        SOURCE + " --to analytics_eu | --set config.schema_prefix=…",
        SOURCE + " --to finance --set hots=x | did you mean 'host'?",
        SOURCE
            + " --to finance --set config.password=hidden-text | --set"
            + " 'config.password=${env:NAME}'",
        SOURCE + " --to finance --set sales:config.host=x | --to means finance.",
        SOURCE + " --to finance --set service=mysql | a copy is of the same service",
        SOURCE + " --to finance --set paused | --set is no FIELD=VALUE",
        SOURCE + " --to finance --set paused=perhaps | connector orders_finance",
        SOURCE + " --to finance --set config.tables=[a | the value is no YAML",
        SOURCE + " --to finance -o taken.yaml | taken.yaml is there already",
        SOURCE + " | --to",
      })
  void whatCantBeMeantIsSaid(String line, String words) {
    Workspace workspace =
        new Workspace(folder).reaching(lab.sandbox()).file("taken.yaml", "as it was");
    lab.forget();

    Ran ran = workspace.run(("connector copy " + line).split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains(words).doesNotContain("hidden-text");
    assertThat(ran.out()).isEmpty();
    assertThat(workspace.read("taken.yaml")).isEqualTo("as it was");
    assertThat(lab.writes()).isEmpty();
  }

  private List<JsonNode> connections(String schema) {
    return lab.sandbox()
        .control()
        .account()
        .path("connections")
        .valueStream()
        .filter(one -> one.path("schema").asText().equals(schema))
        .toList();
  }
}
