package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `plan --dbt-manifest`: what depends on what a change breaks.
class DbtImpactTest {

  private static final String MANIFEST = "src/test/resources/dbt/manifest.json";
  private static final String DBT = "target/manifest.json";
  private static final String SSN = "ssn: {enabled: false}";

  private static final SchemaCheck SCHEMA = new SchemaCheck("plan.schema.json");

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() throws IOException {
    mill = new DriftingMill(folder);
    mill.workspace().file(DBT, Files.readAllBytes(Path.of(MANIFEST)));
  }

  @AfterEach
  void close() {
    mill.close();
  }

  /// `users` is excluded, of which dbt makes two models, one more through them, and a report.
  private Workspace excluding() {
    return mill.workspace()
        .edit(
            DriftingMill.FILE,
            "users: {columns",
            "orders: {enabled: true}, users: {enabled: false, columns");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "json"})
  void allFormatsTellNumberAndNames(String format) throws IOException {
    Workspace workspace = excluding();

    Ran ran = workspace.succeed("plan", "--dbt-manifest", DBT, "--format", format);

    if (format.equals("json")) {
      JsonNode json = ran.json();
      assertThat(SCHEMA.faults(json)).isEmpty();
      Golden.check(
          "dbt/impact.json", impact(json, "schema-settings/grain@mill").toPrettyString() + "\n");
    } else {
      Golden.check(
          "dbt/impact." + format,
          ran.out().replaceAll("account(=| `?)[a-z_]+", "account$1ACCOUNT"));
    }
    assertThat(mill.lab().writes().stream().filter(write -> write.path().contains("schemas")))
        .hasSizeLessThan(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "json"})
  void savedPlanTellsTheSame(String format) {
    Workspace workspace = excluding();
    Ran plan = workspace.succeed("plan", "--dbt-manifest", DBT, "-o", "p.json", "--format", format);
    workspace.file(DBT, "{}");

    Ran shown = workspace.succeed("show", "p.json", "--format", format);

    assertThat(plan.out()).contains("dim_users");
    assertThat(shown.out()).isEqualTo(plan.out());
  }

  @Test
  void withoutManifestNothingIsSaidOfDbt() {
    Ran ran = excluding().succeed("plan");

    assertThat(ran.out()).doesNotContainIgnoringCase("downstream").doesNotContain("model");
  }

  @Test
  void whatNothingDependsOnSaysSo() {
    Workspace workspace =
        mill.workspace()
            .edit(
                DriftingMill.FILE,
                "users: {columns",
                "payments: {enabled: false}, users: {columns");

    Ran ran = workspace.run("plan", "--dbt-manifest", DBT);

    assertThat(ran.out()).contains("# downstream: 0 models: dbt reads nothing of it");
  }

  @Test
  void planThatBreaksNothingSaysSo() {
    Ran ran = mill.workspace().succeed("plan", "--dbt-manifest", DBT);

    assertThat(ran.out()).contains("Downstream: nothing that dbt project bakery may read breaks");
  }

  /// Each change with the word for it, and how many models it reaches.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email: {hashed: true} | email: {hashed: false} | unhashed | schema-settings/grain@mill |"
            + " 3",
        "ssn: {enabled: false} | ssn: {enabled: false}, phone: {hashed: true} | hashed |"
            + " schema-settings/grain@mill | 3",
        "ssn: {enabled: false} | ssn: {enabled: false}, phone: {enabled: false} | excluded |"
            + " schema-settings/grain@mill | 3",
        "{tables: {users: {columns | {tables: {users: {sync_mode: HISTORY, columns | remodelled |"
            + " schema-settings/grain@mill | 3",
        "schemas: {public: { | schemas: {public: {enabled: false,  | excluded |"
            + " schema-settings/grain@mill | 4",
        "metadata: {name: flour} | metadata: {name: flour, absent: true} | deleted |"
            + " connector/flour@mill | 1",
        "database: RAW, | database: LAKE, | renamed | destination/mill | 5",
      })
  void everyEffectIsJudged(String from, String to, String effect, String address, int models) {
    Workspace workspace = mill.workspace().edit(DriftingMill.FILE, from, to);

    Ran ran =
        workspace.run(
            "plan",
            "--dbt-manifest",
            DBT,
            "--format",
            "json",
            "--allow",
            "delete",
            "--allow",
            "expose");

    JsonNode impact = impact(ran.json(), address);
    assertThat(impact.at("/breaks/0/effect").asText()).as("%s", ran).isEqualTo(effect);
    assertThat(impact.at("/counts/models").asInt()).as("%s", ran).isEqualTo(models);
  }

  @Test
  void pausedConnectionIsFeltToo() {
    mill.call("PATCH", "connections/{grain}", "{\"paused\": false}");

    Ran ran = mill.workspace().run("plan", "--dbt-manifest", DBT, "--format", "json");

    assertThat(impact(ran.json(), "connector/grain@mill").at("/breaks/0/effect").asText())
        .isEqualTo("paused");
  }

  /// What is off already is no loss to anybody.
  @Test
  void whatDidNotSyncIsNoLoss() {
    Workspace workspace = excluding();
    workspace.succeed("apply", "--auto-approve", "-q");
    workspace.edit(DriftingMill.FILE, "email: {hashed: true}", "email: {enabled: false}");

    Ran ran = workspace.run("plan", "--dbt-manifest", DBT, "--format", "json");

    assertThat(ran.json().at("/changes").findValues("impact")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "impact.models == 0 | 3 | a model reads it",
        "impact.models <= 3 && impact.tests == 3 && impact.exposures == 1 && impact.owners == 3 | 0"
            + " | Downstream",
        "!('excluded' in impact.effects) | 3 | a model reads it",
      })
  void policyAsks(String rule, int code, String told) {
    Workspace workspace = withPolicy(rule);

    Ran ran = workspace.run("plan", "--dbt-manifest", DBT);

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.all()).contains(told);
    assertThat(workspace.run("apply", "--auto-approve", "--dbt-manifest", DBT).code())
        .isEqualTo(code);
  }

  /// A rule that can't be decided is not kept, and says what it takes.
  @Test
  void policyNeedsTheManifestOnlyWhereSomethingBreaks() {
    Workspace workspace = withPolicy("impact.models == 0");

    Ran refused = workspace.run("plan");
    workspace.edit(DriftingMill.FILE, "users: {enabled: false, columns", "users: {columns");
    workspace.edit("manifests/mill.yaml", "name: flour}", "name: flour, labels: {team: mill}}");

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out())
        .contains("nobody knows impact.models without a manifest of dbt")
        .contains("give --dbt-manifest target/manifest.json");
    workspace.succeed("plan");
  }

  private Workspace withPolicy(String rule) {
    return excluding()
        .file(
            "ftctl.yaml",
            "account: sandbox_account\npolicies:\n  - name: read\n    on: change\n    rule: \""
                + rule
                + "\"\n    message: a model reads it\n");
  }

  /// A saved plan is told of, and is no other plan for it.
  @Test
  void savedPlanIsCarriedOutWithAndWithoutTheManifest() {
    Workspace workspace = excluding();
    workspace.succeed("plan", "--dbt-manifest", DBT, "-o", "plan.json");

    Ran ran = workspace.succeed("apply", "plan.json", "--auto-approve", "--dbt-manifest", DBT);

    assertThat(workspace.read("plan.json")).contains("model.bakery.fct_sales");
    assertThat(ran.out()).contains("3 models");
  }

  private static JsonNode impact(JsonNode plan, String address) {
    for (JsonNode change : plan.path("changes")) {
      if (change.path("address").asText().equals(address)) {
        return change.path("impact");
      }
    }
    throw new AssertionError("no change of " + address + " in " + plan.toPrettyString());
  }
}
