package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a service's connections are named by, what the service was called before, and values that
/// it answers under another name.
class ServiceNamesTest {

  private static final String FILE = "manifests/all.yaml";

  private static final String AROUND =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec:
        group: prod
        service: snowflake
        region: gcp-us-east4
        time_zone_offset: "0"
        networking_method: directly
        config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: password, user: LOADER, password: "${env:X:-harmless}"}
      ---
      """;

  @TempDir Path folder;

  /// One service of each family, with a naming field of each other family.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql_rds | schema_prefix: a | schema: b | schema_prefix",
        "postgres | schema_prefix: a | table: b | schema_prefix",
        "sql_server | schema_prefix: a | table_group_name: b | schema_prefix",
        "stripe | schema: a | schema_prefix: b | schema",
        "stripe | schema: a | table: b | schema",
        "github | schema: a | table_group_name: b | schema",
        "google_sheets | schema: a, table: t | schema_prefix: b | schema and table",
        "mixpanel | schema: a, table: t | table_group_name: b | schema and table",
        "share_point | schema: a, table_group_name: t | schema_prefix: b | schema and"
            + " table_group_name",
        "share_point | schema: a, table_group_name: t | table: b | schema and table_group_name",
        "mysql | schema_prefix: '' | schema: b | schema_prefix",
      })
  void namingFieldOfAnotherFamilyIsAnError(
      String service, String right, String wrong, String named) {
    Workspace workspace = workspace(service, right + ", " + wrong);

    Ran ran = workspace.run("validate");

    String name = wrong.substring(0, wrong.indexOf(':'));
    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err())
        .contains("Fivetran drops '" + name + "'")
        .contains("is named by " + named)
        .contains("write " + named);
  }

  @ParameterizedTest
  @CsvSource({"db2luw, 'schema_prefix: a, schema: b'", "s3, 'schema: a, table: b'"})
  void fieldThatTheServiceHasBesidesIsNone(String service, String config) {
    Ran ran = workspace(service, config).succeed("validate");

    assertThat(ran.err()).doesNotContain("drops");
  }

  @ParameterizedTest
  @CsvSource({
    "dear, cin7core",
    "sendinblue, brevo",
    "google_analytics, google_analytics_4",
    "adwords, google_ads",
  })
  void formerServiceIsToldWithItsSuccessor(String service, String successor) {
    Ran ran = workspace(service, "schema: a").succeed("validate");

    assertThat(ran.err())
        .contains("warning: ")
        .contains("'" + service + "', which Fivetran offers no more under this name")
        .contains("its successor is '" + successor + "'");
  }

  @Test
  void formerServiceWithoutSuccessorIsTold() {
    Ran ran = workspace("toast", "schema: a").succeed("validate");

    assertThat(ran.err()).contains("offers no more").doesNotContain("successor");
  }

  /// A name that catalogue and API spell otherwise is sent as they do, and found again.
  @Test
  void otherSpellingsAndOldValuesConverge() {
    try (var lab = new Lab()) {
      Workspace workspace =
          workspace(
                  "Postgres",
                  "schema_prefix: shop, host: shop.db.example.com, port: 5432, database: shop,"
                      + " user: reader, password: '${env:X:-harmless}', update_method: XMIN")
              .reaching(lab.sandbox());

      workspace.succeed("apply", "--auto-approve");
      Ran planned = workspace.run("plan", "--detailed-exitcode");

      assertThat(planned.code()).as("%s", planned).isZero();
      assertThat(lab.writes())
          .anyMatch(request -> request.toString().contains("\"region\":\"GCP_US_EAST4\""))
          .anyMatch(request -> request.toString().contains("\"service\":\"postgres\""))
          .anyMatch(request -> request.toString().contains("\"networking_method\":\"Directly\""))
          .anyMatch(request -> request.toString().contains("\"auth\":\"PASSWORD\""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "google_display_and_video_360 | table_name",
        "double_click_campaign_manager | table",
        "double_click_publishers | table",
      })
  void reportsBringTheirTables(String service, String table) {
    try (var lab = new Lab()) {
      Workspace workspace =
          workspace(service, "schema: ads, reports: [{" + table + ": clicks}]")
              .reaching(lab.sandbox());

      workspace.succeed("apply", "--auto-approve");
      Ran planned = workspace.run("plan", "--detailed-exitcode");

      assertThat(planned.code()).as("%s", planned).isZero();
    }
  }

  @Test
  void tableIsStillNeededWithoutReports() {
    Ran ran = workspace("google_display_and_video_360", "schema: ads").run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("config.schema and config.table");
  }

  @ParameterizedTest
  @CsvSource({"share_point", "box", "google_drive", "sftp"})
  void valueBeyondTheDocumentIsKnown(String service) {
    Ran ran =
        workspace(service, "schema: a, table_group_name: b, file_type: unstructured")
            .succeed("validate", "--strict");

    assertThat(ran.err()).doesNotContain("unstructured");
  }

  @Test
  void regionsAreListedByACommandWhereTheyDoNotFit() {
    Workspace workspace =
        workspace("stripe", "schema: a").edit(FILE, "region: gcp-us-east4", "region: mars");

    Ran ran = workspace.succeed("validate");

    assertThat(ran.err()).contains("34 in all; `ftctl schema Destination` lists them");
  }

  private Workspace workspace(String service, String config) {
    return new Workspace(folder)
        .file(
            FILE,
            AROUND
                + """
                kind: Connector
                metadata: {name: one}
                spec: {service: %s, groups: [prod], paused: true, config: {%s}}
                """
                    .formatted(service, config));
  }
}
