package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A connection that has no agent although its destination has one, in manifests and in exports.
class DeclinedAgentTest {

  private static final String AGENT = "hybrid_deployment_agent_id";
  private static final String FILE = "manifests/groups/port/cranes.yaml";

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @BeforeEach
  void seed() {
    merge("{'hybrid_deployment_agents':{'tidy_finch':{'display_name':'dock'}}}");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// Whether null counts as nothing nobody says.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stays(boolean nullSaysNothing) {
    merge("{'families':{'connections':{'null_says_nothing':" + nullSaysNothing + "}}}");
    Workspace workspace = company("hybrid_deployment_agent: null");

    workspace.succeed("apply", "--auto-approve");

    assertThat(agent()).isEmpty();
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isTakenAwayLater(boolean nullSaysNothing) {
    merge("{'families':{'connections':{'null_says_nothing':" + nullSaysNothing + "}}}");
    Workspace workspace = company("hybrid_deployment_agent: dock");
    workspace.succeed("apply", "--auto-approve");
    assertThat(agent()).isEqualTo("tidy_finch");

    workspace
        .edit(
            "manifests/all.yaml",
            "hybrid_deployment_agent: dock\n",
            "hybrid_deployment_agent: null\n")
        .succeed("apply", "--auto-approve");

    assertThat(agent()).isEmpty();
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void isSaidByAnExportWhereItTellsSomething() {
    company("hybrid_deployment_agent: null").succeed("apply", "--auto-approve");
    Workspace out = new Workspace(folder.resolve("out")).reaching(lab.sandbox());

    out.succeed("export", "-o", ".");
    assertThat(out.read(FILE)).contains("\n  hybrid_deployment_agent: null\n");

    String destination = lab.sandbox().control().account().path("destinations").fieldNames().next();
    merge("{'destinations':{'" + destination + "':{'" + AGENT + "':null}}}");
    Workspace other = new Workspace(folder.resolve("other")).reaching(lab.sandbox());
    other.succeed("export", "-o", ".");
    assertThat(other.read(FILE)).doesNotContain("hybrid");
  }

  private Workspace company(String agent) {
    return new Workspace(folder.resolve("own"))
        .reaching(lab.sandbox())
        .file(
            "manifests/all.yaml",
            """
            kind: Group
            metadata: {name: port}
            ---
            kind: Destination
            metadata: {name: port}
            spec: {group: port, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", hybrid_deployment_agent: dock, config: {host: port.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}}
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
                .formatted(agent));
  }

  private String agent() {
    return lab.sandbox()
        .control()
        .account()
        .path("connections")
        .elements()
        .next()
        .path(AGENT)
        .asText("");
  }

  private void merge(String account) {
    lab.sandbox().control().mergeAccount(parsed(account));
  }

  private static JsonNode parsed(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
