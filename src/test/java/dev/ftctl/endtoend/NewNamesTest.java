package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of Fivetran's that are newer than the catalogue and resemble known ones, in every list
/// that there is: warned about, and sent as they are written.
class NewNamesTest {

  private static final String FILE = "manifests/all.yaml";

  static final String COMPANY =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec:
        group: prod
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        networking_method: Directly
        config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:X:-harmless}"}
      ---
      kind: Connector
      metadata: {name: shop}
      spec:
        service: postgres
        groups: [prod]
        paused: true
        schedule_type: auto
        schedule: {schedule_type: TIME_OF_DAY, time_of_day: "10:00", days_of_week: [MONDAY]}
        networking_method: Directly
        data_delay_sensitivity: NORMAL
        destination_schema_names: FIVETRAN_NAMING
        config: {schema_prefix: shop, host: shop.db.example.com, port: 5432, database: shop, user: reader, password: "${env:X:-harmless}", update_method: QUERY_BASED}
        schema_settings: {schemas: {public: {tables: {users: {sync_mode: SOFT_DELETE}}}}}
      ---
      kind: Connector
      metadata: {name: ads}
      spec:
        service: google_ads
        groups: [prod]
        paused: true
        config: {schema: ads, sync_mode: SpecificAccounts, reports: [{table: clicks, report_type: AD_PERFORMANCE_REPORT}]}
        auth: {client_access: {client_id: "${env:X:-harmless}"}}
      ---
      kind: Webhook
      metadata: {name: pager}
      spec: {group: prod, url: "https://hooks.example.com/fivetran", events: [sync_end], active: true}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service: postgres | service: postgres_9 | postgres",
        "service: google_ads | service: google_ads_2 | google_ads",
        "service: snowflake | service: snowflake_2 | snowflake",
        "region: GCP_US_EAST4 | region: GCP_US_EAST5 | GCP_US_EAST4",
        "'\"-5\"' | '\"+13\"' | +1",
        "database: shop | database_3: shop | database",
        "port: 5432 | port2: 5432 | port",
        "report_type: AD_PERF | report_type_2: AD_PERF | report_type",
        "client_id: | client_idx: | client_id",
        "update_method: QUERY_BASED | update_method: QUERY_BASED_2 | QUERY_BASED",
        "sync_mode: SpecificAccounts | sync_mode: SpecificAccounts2 | SpecificAccounts",
        "schedule_type: auto | schedule_type: autos | auto",
        "schedule_type: TIME_OF_DAY, time_of_day: \"10:00\", days_of_week: [MONDAY] |"
            + " schedule_type: TIMES_OF_DAY | TIME_OF_DAY",
        "[MONDAY] | [MONDAYS] | MONDAY",
        "sensitivity: NORMAL | sensitivity: NORMAL_2 | NORMAL",
        "names: FIVETRAN_NAMING | names: FIVETRAN_NAMINGS | FIVETRAN_NAMING",
        "[sync_end] | [sync_ended] | sync_end",
        "sync_mode: SOFT_DELETE | sync_mode: SOFT_DELETES | SOFT_DELETE",
      })
  void areWarnedAboutAndSentAsWritten(String known, String newer, String near) {
    try (var lab = new Lab()) {
      Workspace workspace = workspace().reaching(lab.sandbox()).edit(FILE, known, newer);

      Ran validated = workspace.succeed("validate");
      Ran strict = workspace.run("validate", "--strict");
      workspace.run("apply", "--auto-approve", "--live-types", "off");

      assertThat(validated.err()).contains("warning: ").contains("did you mean '" + near + "'");
      assertThat(strict.code()).as("%s", strict).isEqualTo(65);
      String written = newer.replaceAll("[\\[\\]\"\\s]|.*: |:$", "").replaceAll(":.*", "");
      assertThat(lab.writes()).anyMatch(request -> request.toString().contains(written));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service: google_ads | service: google_ads_2 | service",
        "region: GCP_US_EAST4 | region: GCP_US_EAST5 | region",
        "update_method: QUERY_BASED | update_method: QUERY_BASED_2 | config.update_method",
        "report_type: AD_PERF | report_type_2: AD_PERF | config.reports",
        "[sync_end] | [sync_ended] | events",
      })
  void areTakenInSilenceWhereTheDocumentInsists(String known, String newer, String path) {
    Workspace workspace = workspace().edit(FILE, known, newer);
    workspace.file(FILE, insisting(workspace.read(FILE), newer, "unchecked: [" + path + "]"));

    Ran ran = workspace.succeed("validate", "--strict");

    assertThat(ran.err()).doesNotContain("warning");
  }

  @Test
  void nameThatIsKnownNeedsNoInsisting() {
    Workspace workspace =
        workspace()
            .edit(
                FILE, "metadata: {name: shop}", "metadata: {name: shop, unchecked: [config.host]}");

    Ran ran = workspace.succeed("validate", "--strict");

    assertThat(ran.err()).contains("note: ").contains("'unchecked' names config.host");
  }

  /// The text with a line in the metadata of the document that holds a text.
  private static String insisting(String all, String text, String line) {
    String[] documents = all.split("(?m)^---\n", -1);
    for (int i = 0; i < documents.length; i++) {
      if (documents[i].contains(text)) {
        documents[i] = documents[i].replaceFirst("metadata: \\{", "metadata: {" + line + ", ");
      }
    }
    return String.join("---\n", documents);
  }

  private Workspace workspace() {
    return new Workspace(folder).file(FILE, COMPANY);
  }
}
