package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Agents, private links and secrets managers are named by name or id, and looked up only where a
/// document names one.
class AttachedNamesTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @BeforeEach
  void seed() {
    ObjectNode account = lab.sandbox().control().account();
    plant(account, "proxy_agents", "mild_otter", "display_name", "Harbour proxy");
    plant(account, "proxy_agents", "calm_heron", "display_name", "twin");
    plant(account, "proxy_agents", "loud_raven", "display_name", "twin");
    plant(account, "hybrid_deployment_agents", "tidy_finch", "display_name", "dock-agent");
    plant(account, "private_links", "brisk_gull", "name", "quay-link");
    plant(account, "external_secrets_managers", "sly_marten", "name", "safe");
    lab.sandbox().control().replaceAccount(account);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy_agent_id             | Harbour proxy | mild_otter",
        "proxy_agent                | Harbour proxy | mild_otter",
        "proxy_agent_id             | mild_otter    | mild_otter",
        "proxy_agent_id             | loud_raven    | loud_raven",
        "hybrid_deployment_agent_id | dock-agent    | tidy_finch",
        "hybrid_deployment_agent    | tidy_finch    | tidy_finch",
        "private_link_id            | quay-link     | brisk_gull",
        "private_link               | brisk_gull    | brisk_gull",
      })
  void namesAndIdsAreSentAsIds(String field, String written, String id) {
    Workspace workspace = company(field + ": " + written);

    workspace.succeed("apply", "--auto-approve");

    String api = field.endsWith("_id") ? field : field + "_id";
    assertThat(connection().path(api).asText()).isEqualTo(id);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void destinationsAreAttachedAlike() {
    Workspace workspace =
        company("")
            .edit("manifests/all.yaml", "group: port,", "group: port, private_link: quay-link,");

    workspace.succeed("apply", "--auto-approve");

    assertThat(
            lab.writes().stream()
                .filter(write -> write.path().equals("/v1/destinations"))
                .map(write -> write.body().path("private_link_id").asText()))
        .containsExactly("brisk_gull");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy_agent_id              | Harbor proxy | did you mean 'Harbour proxy'?",
        "proxy_agent                 | twin         | calm_heron, loud_raven",
        "hybrid_deployment_agent_id  | nobody       | dock-agent",
        "private_link_id             | quay-lnik    | did you mean 'quay-link'?",
        "external_secrets_manager_id | vaultt       | safe",
      })
  void whatTheAccountHasNotIsAnErrorThatListsNames(String field, String written, String hint) {
    Workspace workspace = company(field + ": " + written);

    Ran applied = workspace.run("apply", "--auto-approve");

    assertThat(workspace.run("validate").code()).isZero();
    assertThat(applied.code()).as("%s", applied).isEqualTo(65);
    assertThat(applied.err()).contains("manifests/all.yaml:13:").contains(written).contains(hint);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void whereTheListIsRefusedAnIdGoesWithAWarningAndANameIsAnError() {
    deny("^/v1/private-links$");

    Ran byId = company("private_link_id: brisk_gull").run("plan");
    Ran byName = company("private_link_id: quay-link").run("plan");

    assertThat(byId.code()).as("%s", byId).isZero();
    assertThat(byId.out())
        .contains("private-link/brisk_gull can't be looked up: GET /v1/private-links → 403")
        .contains("it is sent as an id");
    assertThat(byName.code()).isEqualTo(65);
    assertThat(byName.err()).contains("write its id, or use a key that may list them");
  }

  @Test
  void nothingIsLookedUpThatNoDocumentNames() {
    company("proxy_agent: Harbour proxy").succeed("plan");

    assertThat(lab.sandbox().requests().stream().map(RequestRecord::path))
        .contains("/v1/proxy")
        .doesNotContainAnyElementsOf(
            List.of(
                "/v1/private-links",
                "/v1/hybrid-deployment-agents",
                "/v1/external-secrets-managers"));
  }

  @Test
  void bothNamesOfOneFieldAreRefused() {
    Ran checked = company("proxy_agent: a, proxy_agent_id: b").run("validate");

    assertThat(checked.code()).isEqualTo(65);
    assertThat(checked.err()).contains("'proxy_agent_id' says what 'proxy_agent' says as well");
  }

  private Workspace company(String attached) {
    return new Workspace(folder)
        .reaching(lab.sandbox())
        .file(
            "manifests/all.yaml",
            """
            kind: Group
            metadata: {name: port}
            ---
            kind: Destination
            metadata: {name: port}
            spec: {group: port, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: port.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}}
            ---
            kind: Connector
            metadata: {name: cranes}
            spec:
              service: postgres
              groups: [port]
              %s
              paused: true
              config: {schema_prefix: cranes, host: cranes.db.internal, port: 5432, database: cranes, user: fivetran, password: a-database-password}
            """
                .formatted(attached.replace(", ", "\n  ")));
  }

  private JsonNode connection() {
    return lab.sandbox().control().account().path("connections").elements().next();
  }

  private void deny(String path) {
    var rules = new com.fasterxml.jackson.databind.json.JsonMapper().createArrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("path", path);
    rule.putObject("then").put("status", 403);
    lab.sandbox().control().faults(rules);
  }

  private static void plant(
      ObjectNode account, String collection, String id, String name, String text) {
    account.withObjectProperty(collection).putObject(id).put(name, text);
  }
}
