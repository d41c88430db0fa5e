package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A connection that gets another group or name is made anew there; the old one is paused when the
/// new one is ready, and stays.
class MovedConnectorTest {

  private static final String GROUPS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Group
      metadata: {name: eu}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
      ---
      kind: Destination
      metadata: {name: eu}
      spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
      ---
      """;

  private static final String ORDERS =
      """
      kind: Connector
      metadata: {name: orders}
      spec: {service: postgres, groups: [prod], paused: false, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
      """;

  private static final String MOVED =
      ORDERS
          .replace("{name: orders}", "{name: orders, moved_from: prod/orders}")
          .replace("[prod]", "[eu]");

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyInTheOldPlace() {
    workspace =
        new Workspace(folder).reaching(lab.sandbox()).file("manifests/all.yaml", GROUPS + ORDERS);
    workspace.succeed("apply", "--auto-approve");
    workspace.file("manifests/all.yaml", GROUPS + MOVED);
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void moveIsTheRiskReplace() {
    Ran plan = workspace.run("plan");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.out())
        .contains(
            "replace is not allowed (moves from prod/orders: historical data is loaded again)")
        .contains("--allow replace:connector/orders@eu")
        .doesNotContain("duplicate");
  }

  @Test
  void oldOneIsPausedBeforeTheNewOneSyncsAndStays() {
    Ran applied = workspace.succeed("apply", "--auto-approve", "--allow", "replace");

    assertThat(applied.out()).contains(" as the manifests say").doesNotContain("not all is");
    List<String> paused =
        lab.writes().stream()
            .filter(write -> write.body().has("paused"))
            .map(write -> write.method() + " " + write.body().path("paused").asText())
            .toList();
    assertThat(paused).containsExactly("POST true", "PATCH true", "PATCH false");
    assertThat(connection("prod").path("paused").asBoolean()).isTrue();
    assertThat(connection("eu").path("paused").asBoolean()).isFalse();
    assertThat(workspace.succeed("plan", "-v").toString()).contains("moved_from can go");
  }

  /// Also where the document is called like the old connection and so takes over its address, in
  /// the same group: it is the old one that is paused, in the run that moves it and in any later.
  @ParameterizedTest
  @CsvSource({
    "orders, [prod], [eu]",
    "orders, schema_prefix: orders, schema_prefix: sales",
    "shop, [prod], [eu]",
    "shop, schema_prefix: orders, schema_prefix: sales",
  })
  void itIsTheOldOneThatRests(String document, String from, String into) {
    String old = only(connections()).path("id").asText();
    workspace.file(
        "manifests/all.yaml",
        GROUPS
            + ORDERS
                .replace(
                    "{name: orders}", "{name: %s, moved_from: prod/orders}".formatted(document))
                .replace(from, into));

    Ran applied = workspace.succeed("apply", "--auto-approve", "--allow", "replace");

    assertThat(applied.out()).contains(" as the manifests say").doesNotContain("not all is");
    assertThat(running()).hasSize(1).doesNotContain(old);
    ObjectNode account = lab.sandbox().control().account();
    account.path("connections").forEach(each -> ((ObjectNode) each).put("paused", false));
    lab.sandbox().control().replaceAccount(account);
    workspace.succeed("apply", "--auto-approve");
    assertThat(running()).hasSize(1).doesNotContain(old);
    assertThat(workspace.succeed("plan", "--detailed-exitcode").code()).isZero();
  }

  /// The new one can't be tested without a destination; its sister, which is there, must not pause
  /// the old one meanwhile.
  @Test
  void oldOneOfAFanOutRunsUntilTheNewOneIsReady() {
    workspace.file("manifests/all.yaml", GROUPS + ORDERS.replace("[prod]", "[prod, eu]"));
    workspace.succeed("apply", "--auto-approve");
    workspace.file(
        "manifests/all.yaml",
        GROUPS + "kind: Group\nmetadata: {name: us}\n---\n" + MOVED.replace("[eu]", "[us, eu]"));

    Ran applied = workspace.run("apply", "--auto-approve", "--allow", "replace");
    Ran again = workspace.run("apply", "--auto-approve", "--allow", "replace");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(applied.out()).contains("unfinished   connector/orders@us");
    assertThat(again.out()).contains("unfinished   connector/orders@us");
    assertThat(connection("prod").path("paused").asBoolean()).isFalse();
  }

  /// As a run leaves it that ended between the two.
  @Test
  void oldOneThatStillRunsIsADifference() {
    workspace.succeed("apply", "--auto-approve", "--allow", "replace");
    ObjectNode account = lab.sandbox().control().account();
    account.path("connections").forEach(each -> ((ObjectNode) each).put("paused", false));
    lab.sandbox().control().replaceAccount(account);
    lab.forget();

    Ran plan = workspace.run("plan", "--detailed-exitcode");
    workspace.succeed("apply", "--auto-approve");

    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.out()).contains("moved_from").contains("prod/orders → paused there");
    assertThat(lab.writes()).hasSize(1);
    assertThat(connection("prod").path("paused").asBoolean()).isTrue();
  }

  @Test
  void absentDocumentEndsTheOldOne() {
    workspace.file(
        "manifests/all.yaml",
        GROUPS + MOVED + "---\n" + ORDERS.replace("{name: orders}", "{name: old, absent: true}"));

    workspace.succeed("apply", "--auto-approve", "--allow", "replace");

    assertThat(lab.sandbox().control().account().path("connections")).hasSize(1);
    assertThat(connection("eu").path("paused").asBoolean()).isFalse();
  }

  @Test
  void pruningLeavesTheOldOne() {
    workspace.file("ftctl.yaml", "prune: {scope: {kinds: [Connector]}}\n");

    Ran plan =
        workspace.succeed(
            "plan", "--prune", "--allow", "replace", "--allow", "delete", "--format", "json");

    assertThat(plan.json().path("counts").path("delete").asInt()).isZero();
  }

  @Test
  void otherFormIsRefusedAtItsPlace() {
    workspace.file("manifests/all.yaml", GROUPS + MOVED.replace("prod/orders", "orders"));

    Ran plan = workspace.run("plan");

    assertThat(plan.code()).isEqualTo(65);
    assertThat(plan.err()).contains("which is no GROUP/SCHEMA").contains("manifests/all.yaml:");
  }

  private List<JsonNode> connections() {
    return lab.sandbox().control().account().path("connections").valueStream().toList();
  }

  private List<String> running() {
    return connections().stream()
        .filter(each -> !each.path("paused").asBoolean())
        .map(each -> each.path("id").asText())
        .toList();
  }

  private static JsonNode only(List<JsonNode> nodes) {
    assertThat(nodes).hasSize(1);
    return nodes.getFirst();
  }

  private JsonNode connection(String group) {
    JsonNode account = lab.sandbox().control().account();
    for (JsonNode each : account.path("connections")) {
      String name =
          account.path("groups").path(each.path("group_id").asText()).path("name").asText();
      if (name.equals(group)) {
        return each;
      }
    }
    throw new AssertionError("no connection in " + group);
  }
}
