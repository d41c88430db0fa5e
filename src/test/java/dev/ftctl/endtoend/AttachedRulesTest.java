package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known offline of private links and secrets managers is told offline, with its place.
class AttachedRulesTest {

  private static final String CONNECTOR =
      """
      kind: Connector
      metadata: {name: pay}
      spec: {service: %s, groups: [port], paused: true, config: {schema: pay}, %s: %s}
      """;

  private static final String DESTINATION =
      """
      kind: Destination
      metadata: {name: port}
      spec: {service: %s, group: port, time_zone_offset: "-5", %s: %s}
      """;

  private static final String LINK =
      """
      kind: PrivateLink
      metadata: {name: quay}
      spec: {service: %s, region: %s}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "stripe, external_secrets_manager, vault, 3:78",
    "stripe, external_secrets_manager_id, vault, 3:78",
    "google_sheets, external_secrets_keys_config, '{api_key: one}', 3:85",
  })
  void serviceThatTakesNoSecretsFromAManagerNamesNone(
      String service, String field, String value, String place) {
    Ran ran = validate(CONNECTOR.formatted(service, field, value));

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err())
        .contains("manifests/all.yaml:" + place)
        .contains("service '" + service + "' takes no secrets from a secrets manager")
        .contains("services that take them: aurora_postgres, aws_cost_report,");
  }

  @ParameterizedTest
  @CsvSource({"big_query, 65", "snowflake, 0", "nobody_knows, 0"})
  void destinationsAreJudgedAlike(String service, int code) {
    Ran ran = validate(DESTINATION.formatted(service, "external_secrets_manager", "vault"));

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.err().contains("manifests/all.yaml:3:65: ")).isEqualTo(code == 65);
    assertThat(ran.err().contains("azure_sql_database, azure_sql_managed_db_warehouse, databricks"))
        .isEqualTo(code == 65);
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, vault",
    "nobody_knows, vault",
    "stripe, null",
    "stripe, '${default(env.NONE, unset)}'",
  })
  void othersGoUntold(String service, String value) {
    String text = CONNECTOR.formatted(service, "external_secrets_manager", value);
    Ran ran = validate(text.replace("{schema: pay}", "{schema: pay, schema_prefix: pay}"));

    assertThat(ran.err()).doesNotContain("secrets manager");
  }

  /// The API document lists regions, and of none that a service lacks it.
  @ParameterizedTest
  @CsvSource({
    "SOURCE_AWS, AZURE_EASTUS, region AZURE_EASTUS is not in AWS, AWS_AP_NORTHEAST_1",
    "SNOWFLAKE_AZURE, aws-us-east-1, region AWS_US_EAST_1 is not in AZURE, AZURE_AUSTRALIAEAST",
    "SOURCE_AWS, AWS_US_EAST_11, which the catalogue does not list, did you mean 'AWS_US_EAST_1'",
  })
  void regionThatIsUnlikelyWarnsAndListsLikelyOnes(
      String service, String region, String message, String hint) {
    Ran ran = validate(LINK.formatted(service, region));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err())
        .startsWith("warning: manifests/all.yaml:3:")
        .contains(message)
        .contains(hint);
  }

  @Test
  void regionsOfItsCloudGoUntold() {
    assertThat(validate(LINK.formatted("SOURCE_GCP", "GCP_US_CENTRAL1")).err()).isEmpty();
    assertThat(validate(LINK.formatted("TUNNEL_MOON", "GCP_US_CENTRAL1")).err())
        .doesNotContain("is not in");
  }

  private Ran validate(String text) {
    return new Workspace(folder).file("manifests/all.yaml", text).run("validate");
  }
}
