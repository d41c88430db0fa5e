package dev.ftctl.sandbox.networking;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Agents, private links and secrets managers: seeded, read, and named by others.
class AttachmentsTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.group("prod");
    fixture.plant("proxy_agents", "dc_one", json("{'display_name':'dc1'}"));
    fixture.plant("proxy_agents", "dc_two", json("{'display_name':'dc2','status':'NOT_FOUND'}"));
    fixture.plant(
        "hybrid_deployment_agents", "on_prem", json("{'display_name':'eu','group_id':'prod'}"));
    fixture.plant("private_links", "to_aws", json("{'name':'orders_aws'}"));
    fixture.plant(
        "external_secrets_managers",
        "lucky_tiger",
        json("{'name':'vault','config':{'role_id':'fivetran','secret_id':'hunter2'}}"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/proxy, 'dc_one,dc_two', Proxy agent retrieved successfully",
    "/hybrid-deployment-agents, on_prem, Hybrid deployment agents retrieved successfully",
    "/private-links, to_aws, Private links retrieved successfully",
    "/external-secrets-managers, lucky_tiger, Operation performed successfully",
  })
  void seededOnesAreListed(String path, String ids, String message) {
    var listed = api.get(path);

    assertThat(listed.line()).isEqualTo("200 Success: " + message);
    assertThat(listed.data().path("items").findValuesAsText("id"))
        .isEqualTo(List.of(ids.split(",")));
  }

  @ParameterizedTest
  @CsvSource({
    "/proxy/dc_one, display_name, dc1",
    "/proxy/dc_one, status, CONNECTED",
    "/proxy/dc_two, status, NOT_FOUND",
    "/hybrid-deployment-agents/on_prem, group_id, prod",
    "/hybrid-deployment-agents/on_prem, deployment_type, DOCKER",
    "/private-links/to_aws, name, orders_aws",
    "/private-links/to_aws, state, OK",
    "/external-secrets-managers/lucky_tiger, name, vault",
  })
  void detailsHaveWhatTheSeedSaysAndTheRest(String path, String member, String value) {
    assertThat(api.get(path).data().path(member).asText()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "/proxy/none, NotFound: Proxy Agent not found.",
    "/hybrid-deployment-agents/none,"
        + " NotFound_RemoteExecutionAgent: Hybrid deployment agent with id 'none' does not exist.",
    "/private-links/none, NotFound: Private link with id 'none' does not exist.",
    "/external-secrets-managers/none,"
        + " NotFound: External Secrets Manager with 'none' id is not found.",
  })
  void unknownOnesAreNotFound(String path, String refusal) {
    assertThat(api.get(path).line()).isEqualTo("404 " + refusal);
  }

  @Test
  void aVaultsSecretIsShownInDetailsAsAMask() {
    var details = api.get("/external-secrets-managers/lucky_tiger").data().path("config");
    var item = api.get("/external-secrets-managers").data().path("items").path(0);

    assertThat(details.path("role_id").asText()).isEqualTo("fivetran");
    assertThat(details.path("secret_id").asText()).isEqualTo("******");
    assertThat(item.has("config")).isFalse();
  }

  @Test
  void hybridAgentsAreListedByTheirGroup() {
    assertThat(ids("/hybrid-deployment-agents?groupId=prod")).containsExactly("on_prem");
    assertThat(ids("/hybrid-deployment-agents?groupId=test")).isEmpty();
  }

  @Test
  void agentsTellWhatUsesThem() {
    var connection = connection("'proxy_agent_id':'dc_one','hybrid_deployment_agent_id':'on_prem'");
    destination("'proxy_agent_id':'dc_one'");

    var id = connection.data().path("id").asText();
    var item = api.get("/proxy").data().path("items").path(0);
    assertThat(item.path("connector_count").asInt()).isEqualTo(1);
    assertThat(item.path("destination_count").asInt()).isEqualTo(1);
    assertThat(usage("/proxy/dc_one"))
        .isEqualTo(
            parsed(
                "[{'id':'"
                    + id
                    + "','schema':'git','service':'github'},"
                    + "{'id':'prod','schema':null,'service':'big_query'}]"));
    assertThat(usage("/proxy/dc_two")).isEmpty();
    assertThat(usage("/hybrid-deployment-agents/on_prem"))
        .isEqualTo(parsed("[{'connection_id':'" + id + "','schema':'git','service':'github'}]"));
  }

  @ParameterizedTest
  @CsvSource({"'', false, on_prem", "null, false, ''", "null, true, on_prem"})
  void aNewConnectionTakesOverItsDestinationsAgent(
      String said, boolean nullSaysNothing, String agent) {
    destination("'hybrid_deployment_agent_id':'on_prem'");
    fixture.plant("families", "connections", json("{'null_says_nothing':" + nullSaysNothing + "}"));

    var made =
        connection(said.isEmpty() ? "'paused':true" : "'hybrid_deployment_agent_id':" + said + "");
    var path = "/connections/" + made.data().path("id").asText();
    api.patch(path, json("{'hybrid_deployment_agent_id':null,'paused':false}"));

    var field = "hybrid_deployment_agent_id";
    assertThat(made.data().path(field).asText("")).isEqualTo(agent);
    assertThat(api.get(path).data().path(field).isNull()).isEqualTo(!nullSaysNothing);
  }

  @ParameterizedTest
  @CsvSource({
    "proxy_agent_id, dc_one",
    "hybrid_deployment_agent_id, on_prem",
    "private_link_id, to_aws",
  })
  void connectionsAndDestinationsNameOnlyWhatThereIs(String field, String known) {
    var created = connection("'" + field + "':'none'");
    var made = destination("'" + field + "':'none'");
    var path =
        "/connections/" + connection("'" + field + "':'" + known + "'").data().path("id").asText();

    assertThat(created.line()).startsWith("404 NotFound");
    assertThat(made.line()).startsWith("404 NotFound");
    assertThat(api.get("/destinations/prod").status()).isEqualTo(404);
    assertThat(api.get(path).data().path(field).asText()).isEqualTo(known);
    assertThat(api.patch(path, json("{'" + field + "':'none'}")).line()).startsWith("404 NotFound");
    assertThat(api.patch(path, json("{'" + field + "':''}")).data().path(field).isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "private_links, to_aws, private_link_id, state, CREATING",
    "proxy_agents, dc_one, proxy_agent_id, status, NOT_CONNECTED",
    "hybrid_deployment_agents, on_prem, hybrid_deployment_agent_id, online, false",
  })
  void setupTestsFailThroughWhatIsNotThereYet(
      String collection, String id, String field, String member, String value) {
    destination("'run_setup_tests':false");
    var path =
        "/connections/" + connection("'" + field + "':'" + id + "'").data().path("id").asText();
    say(collection, id, member, value);

    var failed = api.post(path + "/test", "{}").data();
    assertThat(failed.path("setup_tests").findValuesAsText("message"))
        .contains(member + " of '" + id + "' is " + value);
    say(
        collection,
        id,
        member,
        member.equals("state") ? "OK" : member.equals("online") ? "true" : "CONNECTED");
    assertThat(api.post(path + "/test", "{}").data().path("setup_tests").toString())
        .doesNotContain(id);
  }

  private void say(String collection, String id, String member, String value) {
    var shown = member.equals("online") ? value : "'" + value + "'";
    api.patch(
        "/_sandbox/account",
        json("{'" + collection + "':{'" + id + "':{'" + member + "':" + shown + "}}}"));
  }

  private ApiClient.Answer connection(String more) {
    return api.post(
        "/connections",
        json(
            "{'group_id':'prod','service':'github','config':{'schema':'git'},"
                + "'run_setup_tests':false,"
                + more
                + "}"));
  }

  private ApiClient.Answer destination(String more) {
    return api.post(
        "/destinations",
        json("{'group_id':'prod','service':'big_query','time_zone_offset':'0'," + more + "}"));
  }

  private List<String> ids(String path) {
    return api.get(path).data().path("items").findValuesAsText("id");
  }

  private JsonNode usage(String path) {
    return api.get(path).data().path("usage");
  }

  private static JsonNode parsed(String list) {
    return SandboxCase.parsed(json("{'list':" + list + "}")).path("list");
  }
}
