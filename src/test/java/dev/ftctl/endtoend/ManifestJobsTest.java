package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jobs of the seeds' scripts that are done by manifests and `apply` (docs/seeds.md), each a
/// second time as well: a script would make everything twice.
class ManifestJobsTest {

  private static final String CANARY = "canary-of-the-jobs";

  private static final String BASE =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:PW}"}}
      """;

  private static final String DATABASE =
      """
      spec:
        service: sql_server_rds
        groups: [prod]
        paused: true
        config: {schema_prefix: "${each.value}", host: db.example.com, port: "1433", database: app, user: ft, password: "${env:PW}"}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void reach() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .with("PW", CANARY)
            .file("manifests/base.yaml", BASE);
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void C01_C02_usersAndTeamsAreMadeOnce() {
    workspace.file(
        "manifests/people.yaml",
        """
        kind: User
        metadata: {name: ana@example.com}
        spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer}
        ---
        kind: Team
        metadata: {name: data}
        spec: {description: Data people, role: Account Analyst, users: {ana@example.com: Team Member}}
        """);

    assertThat(applied()).containsExactly("POST users", "POST teams", "POST teams/users");
    assertThat(applied()).isEmpty();
    workspace.edit("manifests/people.yaml", "role: Account Analyst", "role: Test Account Analyst");
    Ran unknown = workspace.run("plan");
    assertThat(unknown.code()).isNotZero();
    assertThat(unknown.all()).contains("Test Account Analyst").contains("Account Analyst");
  }

  @Test
  void C03_webhookIsMadeOnceAndItsSecretIsNotPrinted() {
    workspace.file(
        "manifests/hook.yaml",
        """
        kind: Webhook
        metadata: {name: pager}
        spec: {group: prod, url: https://hooks.example.com/pager, events: [sync_start, sync_end], active: true, secret: "${env:PW}"}
        """);

    assertThat(applied()).containsExactly("POST webhooks/group");
    assertThat(applied()).isEmpty();
    assertThat(workspace.succeed("test", "webhook/pager", "--event", "sync_end").out())
        .contains("PASSED");
  }

  @Test
  void C05_connectionsThatDifferInOneFieldAreMadeOnce() {
    workspace.file("manifests/db.yaml", databases("[tax_1, tax_2, tax_3]"));

    assertThat(applied())
        .containsExactly("POST connections", "POST connections", "POST connections");
    assertThat(applied()).isEmpty();
    workspace.edit("manifests/db.yaml", "[tax_1, tax_2, tax_3]", "[tax_1, tax_3]");
    assertThat(applied()).as("what is gone from git is not deleted unasked").isEmpty();
    assertThat(workspace.succeed("connector-type", "scaffold", "sql_server_rds").out())
        .contains("service: sql_server_rds");
  }

  @Test
  void C07_oneConnectionInManyDestinations() {
    workspace.file(
        "manifests/many.yaml",
        """
        kind: Group
        for_each: [eu, us]
        metadata: {name: "${each.value}"}
        ---
        kind: Destination
        for_each: [eu, us]
        metadata: {name: "${each.value}"}
        spec: {group: "${each.value}", service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:PW}"}}
        ---
        kind: Connector
        metadata: {name: crm}
        spec:
          service: postgres
          groups: [prod, eu, us]
          paused: true
          config: {schema_prefix: crm, host: db.example.com, port: 5432, database: app, user: ft, password: "${env:PW}", update_method: QUERY_BASED}
          overrides: {us: {config: {schema_prefix: crm_us}}}
        """);

    assertThat(applied()).filteredOn(call -> call.equals("POST connections")).hasSize(3);
    assertThat(applied()).isEmpty();
    assertThat(lab.sandbox().control().account().path("connections").findValuesAsText("schema"))
        .containsExactlyInAnyOrder("crm", "crm", "crm_us");
  }

  @Test
  void C08_groupWithoutItsDestinationGetsItInTheNextRun() {
    String more = BASE.replace("prod", "dev");
    workspace.file("manifests/more.yaml", more);
    faults("[{'match':{'method':'POST','path':'/destinations$'},'then':{'status':400}}]");
    assertThat(workspace.run("apply", "--auto-approve").code()).isEqualTo(5);
    faults("[]");
    lab.forget();

    assertThat(applied()).containsExactly("POST destinations");

    workspace.file("manifests/more.yaml", more.replace("GCP_US_EAST4", "US"));
    Ran wrong = workspace.run("validate", "--strict");
    assertThat(wrong.code()).isEqualTo(65);
    assertThat(wrong.err()).contains("'region' is 'US'").contains("AWS_US_EAST_1");
  }

  @Test
  void C10_C11_changedFieldIsSentAloneAndADeletionIsSaid() {
    workspace.file("manifests/db.yaml", databases("[tax_1]"));
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
    workspace.edit("manifests/db.yaml", "paused: true", "paused: true\n  sync_frequency: 720");

    workspace.succeed("apply", "--auto-approve");

    assertThat(lab.writes())
        .singleElement()
        .satisfies(sent ->
            assertThat(String.valueOf(sent.body()))
                .isEqualTo("{\"sync_frequency\":720,\"run_setup_tests\":false}"));
    lab.forget();
    workspace.file(
        "manifests/db.yaml",
        "kind: Connector\nmetadata: {name: tax_1, absent: true}\nspec: {service: sql_server_rds,"
            + " groups: [prod], config: {schema_prefix: tax_1}}\n");
    assertThat(workspace.succeed("plan").out()).contains("- delete   connector/tax_1");
    assertThat(applied()).containsExactly("DELETE connections");
  }

  @Test
  void C15_tableIsExcludedByACallThatNamesIt() {
    workspace.file(
        "manifests/db.yaml",
        databases("[tax_1]")
            .replace("sql_server_rds", "postgres")
            .replace("1433\"", "5432\", update_method: QUERY_BASED"));
    workspace.succeed("apply", "--auto-approve");
    String settings =
        """
        kind: SchemaSettings
        metadata: {name: tax_1}
        spec: {connector: tax_1, schemas: {public: {tables: {users: {enabled: false}}}}}
        """;
    lab.forget();
    workspace.file("manifests/settings.yaml", settings);

    workspace.succeed("apply", "--auto-approve");

    assertThat(lab.writes().stream().map(sent -> String.valueOf(sent.body())))
        .anyMatch(body -> body.contains("\"users\":{\"enabled\":false}"))
        .noneMatch(body -> body.contains("orders"));
    workspace.edit("manifests/settings.yaml", "users", "Users");
    Ran unknown = workspace.run("plan");
    assertThat(unknown.all()).contains("Users").contains("users");
  }

  /// The scripts' own files: with a header, without one, with a comma at each line's end.
  @Test
  void C20_csvFilesAreReadAsTheyAre() {
    workspace.file(
        "manifests/s3.csv",
        "\uFEFFschema_name,table_name,pattern\r\nraw,a,^TestCSVFile\\d{8}\\.csv$\r\n\r\nraw,b,\"x,y\"\r\n"
            .getBytes(StandardCharsets.UTF_8));
    workspace.file("manifests/schemas.csv", "tax_assessment_500\ntax_assessment_501\n");
    workspace.file("manifests/accounts.csv", "1234,\n5678,\n");
    workspace.file(
        "manifests/all.yaml",
        csv("{csv: s3.csv, key: [schema_name, table_name]}", "s3_${each.key}")
            + "---\n"
            + csv("{csv: schemas.csv, header: false, columns: [prefix]}", "${each.prefix}")
            + "---\n"
            + csv("{csv: accounts.csv, header: false, columns: [id]}", "acc_${each.id}"));

    String rendered = workspace.succeed("render").out();

    assertThat(rendered)
        .contains("s3_raw_a", "s3_raw_b", "tax_assessment_501", "acc_1234", "acc_5678");
    workspace.file("manifests/accounts.csv", "1234,\n5678,9,10\n");
    Ran wide = workspace.run("validate");
    assertThat(wide.code()).isEqualTo(65);
    assertThat(wide.err()).contains("accounts.csv:2");
    workspace.file("manifests/accounts.csv", "1234,\n1234,\n");
    Ran twice = workspace.run("validate");
    assertThat(twice.code()).isEqualTo(65);
    assertThat(twice.err()).contains("1234");
  }

  @Test
  void C21_schemaSettingsAreWrittenAsTheyAre() {
    workspace.file(
        "manifests/db.yaml",
        databases("[tax_1]")
            .replace("sql_server_rds", "postgres")
            .replace("1433\"", "5432\", update_method: QUERY_BASED"));
    workspace.file(
        "manifests/settings.yaml",
        """
        kind: SchemaSettings
        metadata: {name: tax_1}
        spec: {connector: tax_1, schemas: {public: {tables: {users: {enabled: false}}}}}
        """);
    workspace.succeed("apply", "--auto-approve");

    workspace.succeed("export", "-o", "exported");

    assertThat(ExportTest.files(folder.resolve("exported")).values())
        .anyMatch(text -> text.matches("(?s).*users: *\\{? *\\n? *enabled: false.*"));
  }

  private static String databases(String names) {
    return "kind: Connector\nfor_each: "
        + names
        + "\nmetadata: {name: \"${each.value}\"}\n"
        + DATABASE;
  }

  private static String csv(String entries, String name) {
    return "kind: Group\nfor_each: " + entries + "\nmetadata: {name: \"" + name + "\"}\n";
  }

  private void faults(String rules) {
    lab.sandbox().control().faults(SyncingCompany.json(rules));
  }

  /// The calls that write but for setup tests, without ids; no secret is printed meanwhile.
  private List<String> applied() {
    lab.forget();
    Ran ran = workspace.succeed("apply", "--auto-approve");
    assertThat(ran.all()).doesNotContain(CANARY);
    return lab.writes().stream()
        .map(sent -> sent.method() + " " + sent.path().replaceFirst("^/v1/", ""))
        .map(call -> call.replaceAll("/[a-z]+_[a-z]+(?=/|$)", ""))
        .filter(call -> !call.endsWith("/test"))
        .toList();
  }
}
