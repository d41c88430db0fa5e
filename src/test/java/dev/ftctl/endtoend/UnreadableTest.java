package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A read of one object that fails blocks that object's resource, and nothing else; a list that
/// fails ends the run.
class UnreadableTest {

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: mill}
      ---
      kind: Destination
      metadata: {name: mill}
      spec:
        group: mill
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        config: {host: mill.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}
      ---
      kind: Connector
      metadata: {name: grain}
      spec:
        service: postgres
        groups: [mill]
        paused: false
        sync_frequency: 360
        config: {schema_prefix: grain, host: grain.db.internal, port: 5432, database: grain, user: fivetran, password: a-database-password}
      ---
      kind: SchemaSettings
      metadata: {name: grain}
      spec:
        connector: grain
        schema_change_handling: ALLOW_COLUMNS
        schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}}}}}}
      ---
      kind: Connector
      metadata: {name: flour}
      spec:
        service: postgres
        groups: [mill]
        paused: false
        sync_frequency: 360
        config: {schema_prefix: flour, host: flour.db.internal, port: 5432, database: flour, user: fivetran, password: a-database-password}
      ---
      kind: User
      metadata: {name: miller@example.com}
      spec: {given_name: Mia, family_name: Miller, role: Account Reviewer, groups: {mill: View Destination}}
      ---
      kind: Team
      metadata: {name: night-shift}
      spec: {description: Night shift, role: Account Reviewer, users: {miller@example.com: Team Member}}
      ---
      kind: Webhook
      metadata: {name: siren}
      spec: {url: "https://hooks.example.com/siren", events: [sync_end], active: true}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void apply() {
    workspace =
        new Workspace(folder).reaching(lab.sandbox()).file("manifests/company.yaml", COMPANY);
    workspace.succeed("apply", "--auto-approve");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// Every answer that a read of one object may get, at each of the reads that a plan makes.
  @Test
  void failedReadOfOneObjectBlocksItsResourceAlone() {
    List<String> reads = reads("/v1/[a-z]+/[a-z_]+(/.*)?");

    for (String path : reads) {
      for (ObjectNode answer : refusals()) {
        lab.sandbox().control().faults(fault(path, answer));

        Ran plan = workspace.run("plan");

        assertThat(plan.code()).as("%s %s: %s", path, answer, plan).isEqualTo(4);
        assertThat(plan.out())
            .as("%s", answer)
            .contains("GET " + path)
            .contains("! blocked")
            .contains("manifests/company.yaml:")
            .contains("0 update, 0 replace, 0 delete, 0 move, 1 blocked, 7 unchanged")
            .doesNotContain("as the manifests say");
      }
    }
    // The destination, both connections, the settings, and the memberships of the user and the
    // team.
    assertThat(reads).hasSize(6);
  }

  @Test
  void theRestIsAppliedWithSkipBlocked() {
    String grain = id("grain");
    workspace.file("manifests/company.yaml", COMPANY.replace("360", "60"));
    lab.sandbox().control().faults(fault("/v1/connections/" + grain, status(403)));

    Ran applied = workspace.run("apply", "--auto-approve", "--skip-blocked");

    lab.sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(workspace.run("plan").changes())
        .containsExactly(
            "~ update connector/grain@mill manifests/company.yaml:13", "sync_frequency 360 → 60");
  }

  /// What its settings exclude isn't known to be excluded.
  @Test
  void connectionIsNotUnpausedWhileItsSettingsCannotBeRead() {
    String grain = id("grain");
    try (var other = new OtherTool(lab.sandbox())) {
      other.send("PATCH", "/connections/" + grain, "{'paused':true}");
    }
    lab.sandbox().control().faults(fault("/v1/connections/" + grain + "/schemas", status(404)));

    Ran applied = workspace.run("apply", "--auto-approve", "--skip-blocked");

    assertThat(applied.code()).as("%s", applied).isNotZero();
    lab.sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
    assertThat(workspace.run("plan").changes())
        .containsExactly(
            "~ update connector/grain@mill manifests/company.yaml:13", "paused true → false");
  }

  @Test
  void listThatFailsEndsTheRun() {
    for (String path : reads("/v1/[a-z]+")) {
      lab.sandbox().control().faults(fault(path + "$", status(404)));

      Ran plan = workspace.run("plan");

      assertThat(plan.code()).as("%s: %s", path, plan).isEqualTo(1);
      assertThat(plan.out()).doesNotContain("Plan:");
      assertThat(plan.err()).contains("GET " + path);
    }
  }

  /// A list that is a moment old names a connection that is gone by the time of its details.
  @Test
  void objectThatTheListReadAgainLacksIsGone() {
    try (var other = new OtherTool(lab.sandbox())) {
      String listed = other.send("GET", "/connections?limit=1000", "").toString();
      other.send("DELETE", "/connections/" + id("flour"), "");
      ArrayNode rules = JsonNodeFactory.instance.arrayNode();
      ObjectNode rule = rules.addObject();
      rule.putObject("match").put("path", "^/v1/connections$").put("times", 1);
      rule.putObject("then").put("body", "{\"code\":\"Success\",\"data\":" + listed + "}");
      lab.sandbox().control().faults(rules);
    }

    Ran plan = workspace.succeed("plan");

    assertThat(plan.out())
        .contains("+ create   connector/flour@mill")
        .contains("1 create, 0 update, 0 replace, 0 delete, 0 move, 0 blocked, 7 unchanged");
  }

  /// What would be created may be there already under another name.
  @Test
  void nothingIsCreatedBesideWhatMayBeTheSameAndCannotBeRead() {
    String flour = id("flour");
    workspace.file(
        "manifests/company.yaml", COMPANY.replace("schema_prefix: flour", "schema_prefix: meal"));
    lab.sandbox().control().faults(fault("/v1/connections/" + flour, status(403)));

    Ran plan = workspace.run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out())
        .contains(
            "connector/flour~" + flour + "@mill may be the same connection, and can't be read");
  }

  private List<String> reads(String shape) {
    lab.forget();
    workspace.succeed("plan");
    return lab.sandbox().requests().stream()
        .map(RequestRecord::path)
        .map(path -> path.replaceAll("\\?.*", ""))
        .filter(path -> path.matches(shape) && !path.startsWith("/v1/account"))
        .distinct()
        .sorted()
        .toList();
  }

  private String id(String schema) {
    try (var other = new OtherTool(lab.sandbox())) {
      return other.idOf("connections", "schema", schema);
    }
  }

  private static List<ObjectNode> refusals() {
    var refusals = new ArrayList<ObjectNode>();
    refusals.add(status(400));
    refusals.add(status(403));
    refusals.add(status(404));
    refusals.add(status(404).put("body", "{}"));
    refusals.add(status(404).put("body", "{\"code\":\"NotFound\",\"message\":\"no such route\"}"));
    refusals.add(status(410).put("html", "<html><title>gone</title></html>"));
    refusals.add(status(200).put("body", "{\"code\":\"Success\"}"));
    refusals.add(status(200).put("body", "{\"code\":\"Success\",\"data\":null}"));
    refusals.add(status(200).put("html", "<html>maintenance</html>"));
    return refusals;
  }

  private static ObjectNode status(int status) {
    return JsonNodeFactory.instance.objectNode().put("status", status);
  }

  private static ArrayNode fault(String path, ObjectNode then) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "GET").put("path", "^" + path + "$");
    rule.set("then", then);
    return rules;
  }
}
