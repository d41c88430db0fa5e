package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.Workbench.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Policies through the commands; the project file is the first example of their reference page.
final class PolicyTest {

  private static final String FRIDAY = "2026-11-20T10:00:00+01:00";
  private static final String THURSDAY = "2026-11-19T23:59:00+01:00";

  static final String GROUPS =
      """
      kind: Group
      metadata: {name: prod, labels: {stage: prod}}
      ---
      kind: Group
      metadata: {name: play}
      """;
  static final String CRM =
      """
      kind: Connector
      metadata: {name: crm}
      spec:
        service: postgres
        groups: [prod, play]
        paused: true
        sync_frequency: 5
        config: {schema_prefix: crm, host: db.internal, port: 5432, database: crm, user: fivetran, password: "${env:CRM_PASSWORD}"}
      ---
      kind: SchemaSettings
      metadata: {name: crm}
      spec:
        connector: crm
        schema_change_handling: ALLOW_ALL
        schemas:
          public:
            tables:
              users:
                columns:
                  ssn: {enabled: false}
                  Email: {enabled: true}
                  country: {enabled: true}
      """;
  static final String HOOK =
      """
      kind: Webhook
      metadata: {name: pager}
      spec: {url: "https://hooks.example.com/x", events: [sync_end], active: true}
      """;

  @TempDir Path folder;

  private Workbench bench = new Workbench(Path.of(""));

  @BeforeEach
  void project() throws IOException {
    bench =
        new Workbench(folder)
            .with("CRM_PASSWORD", "a-real-password")
            .holding("ftctl.yaml", examples())
            .holding("manifests/groups.yaml", GROUPS)
            .holding("manifests/crm.yaml", CRM)
            .holding("manifests/hook.yaml", HOOK);
  }

  @Test
  void validateReportsEachWithItsPlaceInTheManifest() {
    Ran ran = bench.run("validate");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            """
            warning: manifests/crm.yaml:7:3: connector/crm@* (2 instances): every 15 minutes is enough (policy not-too-often)
                6 |   paused: true
                7 |   sync_frequency: 5
                  |   ^^^^^^^^^^^^^^
            error: manifests/crm.yaml:14:3: schema-settings/crm@prod: say which tables of prod sync; nothing new starts by itself (policy prod-is-closed)
               13 |   connector: crm
               14 |   schema_change_handling: ALLOW_ALL
                  |   ^^^^^^^^^^^^^^^^^^^^^^
            error: manifests/crm.yaml:21:13: schema-settings/crm@* (2 instances): public.users.Email: hash or exclude columns with personal data (policy personal-columns)
               20 |             ssn: {enabled: false}
               21 |             Email: {enabled: true}
                  |             ^^^^^
            2 errors and 1 warning in 1 file
            """);
  }

  @Test
  void whatKeepsThemIsValid() {
    keepThem();

    Ran ran = bench.run("validate");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  @Test
  void warningsAlonePassAndAreErrorsWithStrict() {
    keepThem();
    bench.edit("manifests/crm.yaml", "sync_frequency: 15", "sync_frequency: 5");

    Ran ran = bench.run("validate");
    Ran strict = bench.run("validate", "--strict");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).startsWith("warning: manifests/crm.yaml:7:3: ");
    assertThat(ran.out()).startsWith("Valid: ");
    assertThat(strict.code()).isEqualTo(3);
    assertThat(strict.err()).startsWith("error: manifests/crm.yaml:7:3: ");
  }

  @Test
  void formatsForMachinesHaveThemToo() throws IOException {
    JsonNode json = json(bench.run("validate", "--format", "json"));
    Ran sarif = bench.run("validate", "--format", "sarif");

    assertThat(json.path("exit_code").asInt()).isEqualTo(3);
    assertThat(json.path("problems").findValuesAsText("rule"))
        .contains("policy/not-too-often", "policy/prod-is-closed", "policy/personal-columns");
    assertThat(json.path("problems").findValuesAsText("line")).contains("7", "14", "21");
    assertThat(sarif.code()).isEqualTo(3);
    assertThat(sarif.out()).contains("\"ruleId\" : \"policy/personal-columns\"");
  }

  @Test
  void planShowsThemWithTheirLinesAndExitsThree() throws IOException {
    Ran ran = bench.run("plan", "--sandbox");
    JsonNode json = json(bench.run("plan", "--sandbox", "--format", "json"));

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out())
        .contains(
            "error: manifests/crm.yaml:14:3: schema-settings/crm@prod: say which tables",
            "   14 |   schema_change_handling: ALLOW_ALL");
    assertThat(ran.out().lines().reduce("", (earlier, last) -> last)).startsWith("Plan: ");
    assertThat(json.path("exit_code").asInt()).isEqualTo(3);
    assertThat(json.path("policies").findValuesAsText("rule"))
        .contains("policy/personal-columns", "policy/prod-is-closed");
  }

  @Test
  void applyRefusesBeforeItWrites() throws IOException {
    Ran ran = bench.run("apply", "--sandbox", "--auto-approve", "--report", "report.json");
    Ran shown = bench.run("sandbox", "show", "--requests");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("a policy is not kept; nothing was changed");
    JsonNode report = new JsonMapper().readTree(bench.read("report.json"));
    assertThat(report.path("exit_code").asInt()).isEqualTo(3);
    assertThat(report.path("policies").findValuesAsText("rule")).contains("policy/prod-is-closed");
    assertThat(shown.out()).doesNotContain("POST", "PATCH", "PUT", "DELETE");
  }

  @Test
  void nothingIsDeletedOnAFriday() {
    applyWhatKeepsThem();
    bench.edit("manifests/hook.yaml", "{name: pager}", "{name: pager, absent: true}");

    Ran friday = bench.run("plan", "--sandbox", "--now", FRIDAY);
    Ran thursday = bench.run("plan", "--sandbox", "--now", THURSDAY, "--detailed-exitcode");

    assertThat(friday.code()).isEqualTo(3);
    assertThat(friday.out())
        .contains("error: manifests/hook.yaml:1:1: webhook/pager: delete: nobody is there");
    assertThat(thursday.code()).isEqualTo(2);
  }

  @Test
  void planThatWasSavedOnThursdayIsRefusedOnFriday() {
    applyWhatKeepsThem();
    bench.edit("manifests/hook.yaml", "{name: pager}", "{name: pager, absent: true}");

    Ran saved = bench.run("plan", "--sandbox", "--now", THURSDAY, "-o", "plan.json");
    Ran friday = bench.run("apply", "plan.json", "--sandbox", "--now", FRIDAY);
    Ran thursday = bench.run("apply", "plan.json", "--sandbox", "--now", THURSDAY);

    assertThat(saved.code()).isZero();
    assertThat(friday.code()).isEqualTo(3);
    assertThat(thursday.code()).isZero();
    assertThat(thursday.out()).contains(" as the manifests say").doesNotContain("not all is");
  }

  @Test
  void refusalComesBeforeBlocks() {
    applyWhatKeepsThem();
    bench.edit("manifests/hook.yaml", "{name: pager}", "{name: pager, absent: true}");

    Ran friday = bench.run("plan", "--sandbox", "--now", FRIDAY, "--max-deletes", "0");
    Ran thursday = bench.run("plan", "--sandbox", "--now", THURSDAY, "--max-deletes", "0");
    Ran applied =
        bench.run("apply", "--sandbox", "--skip-blocked", "--auto-approve", "--now", FRIDAY);

    assertThat(friday.code()).isEqualTo(3);
    assertThat(thursday.code()).isEqualTo(4);
    assertThat(applied.code()).isEqualTo(3);
  }

  private void applyWhatKeepsThem() {
    bench.holding("manifests/crm.yaml", "kind: Group\nmetadata: {name: empty}\n");
    Ran applied = bench.run("apply", "--sandbox", "--auto-approve", "--now", THURSDAY);
    assertThat(applied.code()).as(applied.err()).isZero();
  }

  private void keepThem() {
    bench
        .edit("manifests/crm.yaml", "sync_frequency: 5", "sync_frequency: 15")
        .edit("manifests/crm.yaml", "ALLOW_ALL", "ALLOW_COLUMNS")
        .edit("manifests/crm.yaml", "Email: {enabled: true}", "Email: {hashed: true}");
  }

  /// Without its pin: the simulator's account has another id.
  static String examples() throws IOException {
    String page = Files.readString(Path.of("docs/reference/policies.md"));
    int start = page.indexOf("policies:\n", page.indexOf("```yaml"));
    return page.substring(start, page.indexOf("```", start));
  }

  private static JsonNode json(Ran ran) throws IOException {
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertThat(StreamSupport.stream(json.spliterator(), false)).isNotEmpty();
    return json;
  }
}
