package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody clicks at the kinds around the data's way: each drifts, is written into its
/// document, and leaves an empty plan.
class AcceptFurtherKindsTest {

  private static final String SURROUNDINGS =
      """
      kind: Connector
      metadata: {name: orders}
      spec: {service: postgres, groups: [eu], paused: true, config: {schema_prefix: orders, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d}}
      ---
      kind: PrivateLink
      metadata: {name: quay}
      spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: com.amazonaws.vpce.us-east-1.vpce-svc-0a1b}} # to the shop
      ---
      kind: ExternalLog
      metadata: {name: eu}
      spec: {group: eu, service: datadog_log, enabled: true, config: {region: US1, api_key: "${env:DATADOG}"}}
      ---
      kind: SecretsManager
      metadata: {name: vault}
      spec: {type: HASHICORP_VAULT, config: {vault_address: "https://vault.example", role_id: fivetran, secret_id: "${env:DATADOG}"}}
      ---
      kind: User
      metadata: {name: ci}
      spec: {user_type: SERVICE_ACCOUNT, given_name: CI, family_name: Deploy, role: Account Reviewer}
      ---
      kind: SystemKey
      metadata: {name: ci, handout: nowhere}
      spec:
        expiration_period: SIX_MONTHS
        permissions: [{resource_type: CONNECTOR, access_level: MANAGE, resource_filter: {groups: [eu]}}]
      ---
      kind: TransformationProject
      metadata: {name: dbt}
      spec: {group: eu, project_config: {dbt_version: 1.9.4, git_remote_url: "git@github.com:acme/dbt.git", git_branch: main, default_schema: marts, environment_vars: {DBT_TARGET: prod}}}
      ---
      kind: Transformation
      metadata: {name: daily}
      spec:
        type: DBT_CORE
        schedule: {schedule_type: TIME_OF_DAY, time_of_day: "06:30", connections: [orders]}
        transformation_config: {project: dbt, steps: [{name: build, command: dbt build}]}
      """;

  @TempDir Path folder;
  private AcceptMill mill;

  @BeforeEach
  void open() {
    mill = new AcceptMill(folder);
    mill.workspace().with("DATADOG", "a-key-of-the-logs");
    mill.file("ftctl.yaml", "handouts: {nowhere: {exec: [sh, -c, \"cat >/dev/null\"]}}\n")
        .file("manifests/around.yaml", SURROUNDINGS)
        .applied();
  }

  @AfterEach
  void close() {
    mill.close();
  }

  private void click(String list, String body) {
    JsonNode first = mill.call("GET", list, "").path("items").path(0);
    mill.call("PATCH", list + "/" + first.path("id").asText(), body);
  }

  @Test
  void whatWasClickedIsWritten() {
    click(
        "private-links",
        "{\"config\": {\"connection_service_name\":"
            + " \"com.amazonaws.vpce.us-east-1.vpce-svc-0b\"}}");
    mill.call(
        "PATCH",
        "external-logging/" + mill.id("eu"),
        "{\"enabled\": false, \"config\": {\"region\": \"EU\"}}");
    click(
        "external-secrets-managers",
        "{\"config\": {\"vault_address\": \"https://vault.example\", \"role_id\": \"other\","
            + " \"secret_id\": \"s-e-c-r-e-t\"}}");
    click(
        "system-keys",
        "{\"permissions\": [{\"resource_type\": \"CONNECTOR\", \"access_level\": \"READ\","
            + " \"resource_filter\": {\"group_ids\": [\"%s\"]}}]}".formatted(mill.id("eu")));
    click(
        "transformation-projects",
        "{\"project_config\": {\"git_branch\": \"dev\", \"environment_vars\": [\"DBT_TARGET=dev\","
            + " \"DBT_X=1\"]}}");
    click(
        "transformations",
        "{\"schedule\": {\"schedule_type\": \"INTERVAL\", \"interval\": 120, \"smart_syncing\":"
            + " true, \"connection_ids\": [\"%s\"]}}".formatted(mill.id("orders@eu")));

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(report.path("left")).isEmpty();
    assertThat(mill.workspace().read("manifests/around.yaml"))
        .contains(
            "vpce-svc-0b}} # to the shop",
            "enabled: false, config: {region: EU, api_key: \"${env:DATADOG}\"}",
            "role_id: other, secret_id: \"${env:DATADOG}\"",
            "access_level: READ, resource_filter: {groups: [eu]}",
            "git_branch: dev",
            "{DBT_TARGET: dev, DBT_X: \"1\"}",
            "schedule: {schedule_type: INTERVAL, interval: 120, smart_syncing: true, connections:"
                + " [orders")
        .doesNotContain("s-e-c-r-e-t", "time_of_day");
    mill.planIsEmpty();
  }

  /// Of all that is wrong then the error is the reason, and not what was warned of before.
  @Test
  void theReasonIsWhatIsWrong() {
    mill.file(
        "manifests/around.yaml", SURROUNDINGS.replace("    expiration_period: SIX_MONTHS\n", ""));
    ObjectNode account = mill.lab().sandbox().control().account();
    account
        .path("transformation_projects")
        .forEach(one ->
            ((ObjectNode) one.path("project_config")).putArray("environment_vars").add("X=1"));
    mill.lab().sandbox().control().replaceAccount(account);

    JsonNode report = mill.accept(2, "--base", "HEAD");

    assertThat(report.path("left").findValuesAsText("why"))
        .as("%s", report)
        .anyMatch(why -> why.contains("does not begin with DBT_"))
        .noneMatch(why -> why.contains("never expires"));
  }
}
