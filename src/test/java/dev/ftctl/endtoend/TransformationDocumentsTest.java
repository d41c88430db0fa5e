package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Transformations of both types, from their creation to their end.
class TransformationDocumentsTest {

  private static final String AROUND =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: RAW, user: u, password: "${env:X:-harmless}"}}
      ---
      kind: Group
      metadata: {name: eu}
      ---
      kind: Connector
      metadata: {name: stripe}
      spec: {service: stripe, groups: [prod, eu], paused: true, config: {schema: stripe, api_key: "${env:X:-harmless}"}}
      ---
      kind: TransformationProject
      metadata: {name: dbt}
      spec: {group: prod, project_config: {git_remote_url: "git@git.example:dbt.git", dbt_version: 1.9.4, default_schema: marts}}
      """;

  private static final String STRIPE =
      """
      kind: Transformation
      metadata: {name: stripe}
      spec:
        type: QUICKSTART
        paused: false
        schedule: {schedule_type: TIME_OF_DAY, time_of_day: "06:30", smart_syncing: true}
        transformation_config: {package_name: stripe, connections: [stripe@prod]}
      """;

  private static final String DAILY =
      """
      kind: Transformation
      metadata: {name: daily}
      spec:
        type: DBT_CORE
        schedule: {schedule_type: INTEGRATED, connections: [stripe], transformations: [stripe]}
        transformation_config: {project: dbt, steps: [{name: build, command: dbt build}, {name: test, command: dbt test}]}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void make() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/around.yaml", AROUND)
            .file("manifests/stripe.yaml", STRIPE)
            .file("manifests/daily.yaml", DAILY);
    workspace.run("apply", "--auto-approve");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// The name alone means the connection in the group of the project.
  @Test
  void areMadeAfterWhatTheyStandOnAndAreNoDifference() {
    Ran again = workspace.run("plan", "--detailed-exitcode");

    assertThat(again.out()).doesNotContain("transformation/");
    assertThat(again.out()).contains("0 create, 0 update");
    ObjectNode daily = live("daily");
    assertThat(daily.at("/schedule/connection_ids")).hasSize(1);
    assertThat(daily.at("/transformation_config/steps")).hasSize(2);
  }

  /// What the new type has no place for is not sent; the package and its connections never are.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "stripe | paused: false | paused: true | {\"paused\":true}",
        "stripe | schedule_type: TIME_OF_DAY, time_of_day: \"06:30\", smart_syncing: true |"
            + " schedule_type: INTERVAL, interval: 15 |"
            + " {\"schedule\":{\"smart_syncing\":true,\"schedule_type\":\"INTERVAL\",\"interval\":15}}",
        "stripe | schedule_type: TIME_OF_DAY, time_of_day: \"06:30\", smart_syncing: true |"
            + " schedule_type: INTEGRATED | {\"schedule\":{\"schedule_type\":\"INTEGRATED\"}}",
        "stripe | [stripe@prod] | [stripe@prod], excluded_models: [stripe__overview] |"
            + " {\"transformation_config\":{\"excluded_models\":[\"stripe__overview\"]}}",
      })
  void oneChangedFieldIsOneWrite(String name, String from, String to, String body) {
    workspace.edit("manifests/" + name + ".yaml", from, to);

    Ran ran = workspace.run("apply", "--auto-approve", "--allow", "pause");

    assertThat(ran.out()).contains("transformation/" + name);
    assertThat(writes()).hasSize(1).first().asString().isEqualTo("PATCH /transformations " + body);
    assertThat(workspace.run("plan").out()).contains("0 create, 0 update");
  }

  @Test
  void scheduleOfAnotherTypeTellsWhatItKeeps() {
    workspace.edit("manifests/daily.yaml", "INTEGRATED", "CRON, cron: [0 6 * * *]");

    assertThat(workspace.run("plan").out())
        .contains("→ CRON (cron 0 6 * * *, connections stripe@prod, transformations stripe");
  }

  @Test
  void stepsRunInTheirOrder() {
    workspace.edit(
        "manifests/daily.yaml",
        "{name: build, command: dbt build}, {name: test, command: dbt test}",
        "{name: test, command: dbt test}, {name: build, command: dbt build}");

    workspace.run("apply", "--auto-approve");

    assertThat(live("daily").at("/transformation_config/steps/0/name").asText()).isEqualTo("test");
    assertThat(writes()).hasSize(1);
  }

  @Test
  void pausingIsARisk() {
    workspace.edit("manifests/stripe.yaml", "paused: false", "paused: true");

    assertThat(workspace.run("plan").out()).contains("is paused");
  }

  @Test
  void oneOfDbtIsRenamed() {
    workspace.edit("manifests/daily.yaml", "{name: daily}", "{name: nightly, moved_from: daily}");

    workspace.run("apply", "--auto-approve");

    assertThat(writes()).hasSize(1).first().asString().startsWith("PATCH /transformations ");
    assertThat(live("nightly").path("type").asText()).isEqualTo("DBT_CORE");
    assertThat(workspace.run("plan").out()).contains("0 create, 0 update");
  }

  @Test
  void nothingGoesUnderOneThatStays() throws IOException {
    workspace.edit(
        "manifests/around.yaml",
        "metadata: {name: stripe}",
        "metadata: {name: stripe, absent: true}");
    Files.delete(folder.resolve("manifests/daily.yaml"));
    Files.delete(folder.resolve("manifests/stripe.yaml"));

    Ran ran = workspace.run("apply", "--auto-approve", "--allow", "delete");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.out()).contains("still in use by").contains("transformation/");
    assertThat(writes()).isEmpty();
  }

  @Test
  void dependentsGoFirst() {
    workspace.edit("manifests/stripe.yaml", "{name: stripe}", "{name: stripe, absent: true}");
    workspace.edit("manifests/daily.yaml", "{name: daily}", "{name: daily, absent: true}");
    workspace.edit("manifests/daily.yaml", ", transformations: [stripe]", "");

    Ran ran = workspace.run("apply", "--auto-approve", "--allow", "delete");

    assertThat(ran.out()).contains("Apply: 2 done");
    assertThat(writes()).containsExactly("DELETE /transformations", "DELETE /transformations");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "package_name: stripe | package_name: strip | did you mean 'stripe'",
        "[stripe@prod] | [stripe@prod], excluded_models: [stripe__x] | has no model 'stripe__x'",
        "[stripe@prod] | [stripe@prod], configurable_variables: {a: 1} | has no variable 'a'",
        "package_name: stripe | package_name: jira | is for connections of jira",
      })
  void packageIsAskedBeforeAnythingIsSent(String from, String to, String said) {
    workspace.edit("manifests/stripe.yaml", from, to);

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("manifests/stripe.yaml:7:").contains(said);
  }

  @Test
  void upgradesWhatAPlanNotes() {
    merge("{'transformation_packages':{'stripe':{'version':'2.0.0'}}}");
    String id = live("stripe").path("id").asText();

    Ran planned = workspace.run("plan");
    assertThat(planned.out()).contains("ftctl transformation upgrade " + id);
    assertThat(planned.out()).contains("0 create, 0 update");
    Ran ran = workspace.succeed("transformation", "upgrade", id);

    assertThat(ran.out()).contains("upgraded to the newest version");
    assertThat(workspace.run("plan").out()).doesNotContain("upgrade");
    assertThat(workspace.succeed("transformation", "upgrade", id).out()).contains("newest version");
    assertThat(workspace.succeed("transformation", "upgrade", "daily").out())
        .contains("no package");
  }

  @Test
  void exampleIsMadeAndThenNoDifference() throws IOException {
    Files.delete(folder.resolve("manifests/daily.yaml"));
    Files.delete(folder.resolve("manifests/stripe.yaml"));
    Files.delete(folder.resolve("manifests/around.yaml"));
    lab.sandbox().control().reset();
    Workspace.copy(Path.of("examples/dbt"), folder.resolve("manifests"));
    workspace.with("SNOWFLAKE_PASSWORD", "harmless-1").with("STRIPE_API_KEY", "harmless-2");

    workspace.succeed("apply", "--auto-approve");

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void verbsTakeTheNamesOfDocuments() {
    workspace.edit("manifests/stripe.yaml", "{name: stripe}", "{name: payments}");
    workspace.edit(
        "manifests/daily.yaml", "transformations: [stripe]", "transformations: [payments]");

    assertThat(workspace.succeed("transformation", "status", "payments").out())
        .contains("transformation/payments");
    assertThat(workspace.succeed("transformation", "run", "transformation/payments").out())
        .contains("transformation/payments: run began");
    assertThat(workspace.run("plan").out()).contains("0 create, 0 update");
  }

  private ObjectNode live(String name) {
    for (var one : lab.sandbox().control().account().path("transformations")) {
      var config = one.path("transformation_config");
      if (config.path("name").asText(config.path("package_name").asText()).equals(name)) {
        return (ObjectNode) one;
      }
    }
    throw new AssertionError("no transformation " + name);
  }

  private void merge(String json) {
    try {
      lab.sandbox().control().mergeAccount(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }

  private List<String> writes() {
    return lab.writes().stream()
        .filter(write -> !write.path().endsWith("/test"))
        .map(write ->
            (write.method()
                    + " "
                    + write.path().replaceAll("^/v1|/[a-z]+_[a-z]+$", "")
                    + " "
                    + (write.method().equals("DELETE") ? "" : write.body()))
                .strip())
        .toList();
  }
}
