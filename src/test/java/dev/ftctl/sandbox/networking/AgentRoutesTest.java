package dev.ftctl.sandbox.networking;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Proxy agents and hybrid deployment agents: made, told once, in use, gone.
class AgentRoutesTest {
  private static final String HYBRID =
      "'group_id':'prod','display_name':'eu','env_type':'DOCKER','accept_terms':true";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.group("prod");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void proxyTellsItsSecretsOnce() {
    var created = api.post("/proxy", json("{'display_name':'dc','group_region':'AWS_EU_NORTH_1'}"));
    assertThat(created.line()).isEqualTo("201 Success: Proxy agent has been created");
    var token = created.data().path("auth_token").asText();
    assertThat(token).hasSize(40);
    assertThat(created.data().path("client_private_key").asText()).contains("PRIVATE KEY");
    assertThat(created.data().path("orchestrator_port").asInt()).isEqualTo(443);
    var path = "/proxy/" + created.data().path("agent_id").asText();

    var details = api.get(path);
    assertThat(details.data().path("region").asText()).isEqualTo("AWS_EU_NORTH_1");
    assertThat(details.data().path("status").asText()).isEqualTo("NOT_CONNECTED");
    assertThat(details.json().toString() + fixture.sandbox.control().account())
        .doesNotContain(token)
        .doesNotContain("PRIVATE KEY");

    var again = api.post(path + "/regenerate-secrets", "");
    assertThat(again.line()).isEqualTo("200 Success: Proxy agent secrets have been regenerated");
    assertThat(again.data().path("agent_id")).isEqualTo(created.data().path("agent_id"));
    assertThat(again.data().path("auth_token").asText()).hasSize(40).isNotEqualTo(token);
    assertThat(api.delete(path).line()).endsWith(" successfully deleted");
    assertThat(api.get(path).line()).isEqualTo("404 NotFound: Proxy Agent not found.");
  }

  @Test
  void proxyRefusesARegionATakenNameAndToGoWhileItIsUsed() {
    assertThat(api.post("/proxy", json("{'display_name':'dc','group_region':'MARS'}")).line())
        .isEqualTo("400 InvalidInput: Group region not supported.");
    assertThat(api.post("/proxy", "{}").line())
        .isEqualTo("400 InvalidInput: Field 'display_name' is required");
    var id = api.post("/proxy", json("{'display_name':'dc'}")).data().path("agent_id").asText();
    assertThat(api.post("/proxy", json("{'display_name':'dc'}")).line())
        .isEqualTo("409 Conflict: Proxy agent with same name already exists.");
    control("{'families':{'proxy':{'unique_names':false,'connected':true}}}");
    var second = api.post("/proxy", json("{'display_name':'dc'}")).data().path("agent_id").asText();
    assertThat(api.get("/proxy/" + second).data().path("status").asText()).isEqualTo("CONNECTED");

    uses("proxy_agent_id", id);
    assertThat(
            api.get("/proxy/" + id + "/connections").data().at("/items/0/connection_id").asText())
        .isEqualTo("con");
    assertThat(api.delete("/proxy/" + id).line())
        .isEqualTo("409 Conflict: Proxy agent have attached connections.");
    api.delete("/connections/con");
    assertThat(api.delete("/proxy/" + id).status()).isEqualTo(200);
  }

  @Test
  void hybridTellsATokenOrFilesOnce() {
    var created = hybrid(HYBRID);
    assertThat(created.line()).isEqualTo("201 Success: Hybrid deployment agent has been created");
    var token = created.data().path("token").asText();
    assertThat(decoded(token)).hasSize(40);
    assertThat(created.data().has("files")).isFalse();
    var path = "/hybrid-deployment-agents/" + created.data().path("id").asText();

    var details = api.get(path).data();
    assertThat(details.path("deployment_type").asText()).isEqualTo("DOCKER");
    assertThat(details.path("online").asBoolean()).isFalse();
    assertThat(details.has("token")).isFalse();
    assertThat(fixture.sandbox.control().account().toString()).doesNotContain(decoded(token));

    for (var method : new String[] {"PATCH", "POST"}) {
      var again = api.send(method, path + "/re-auth", json("{'auth_type':'MANUAL'}"));
      assertThat(again.line())
          .isEqualTo("200 Success: Hybrid deployment agent re-authentication successful");
      assertThat(decoded(again.data().at("/files/auth_json").asText())).contains("secret");
      assertThat(again.data().has("token")).isFalse();
    }
    assertThat(api.post(path + "/reset-credentials", "").line())
        .startsWith("200 Success: Successfully reset credentials the agent with id = ");
    assertThat(api.delete(path).line())
        .startsWith("200 Success: Hybrid deployment agent with id = ")
        .endsWith(" has been deleted.");
    assertThat(api.get(path).line()).startsWith("404 NotFound_RemoteExecutionAgent: ");
  }

  @Test
  void hybridStaysWhileItIsUsedAndGoesWithItsGroup() {
    control("{'families':{'hybrid-deployment-agents':{'connected':true,'unique_names':true}}}");
    var created = hybrid(HYBRID).data();
    assertThat(created.path("online").asBoolean()).isTrue();
    assertThat(hybrid(HYBRID).line())
        .isEqualTo("409 Conflict: Hybrid deployment agent 'eu' already exists");
    var id = created.path("id").asText();
    uses("hybrid_deployment_agent_id", id);

    assertThat(api.delete("/hybrid-deployment-agents/" + id).line())
        .isEqualTo(
            "409 Conflict: Hybrid deployment agent with id '"
                + id
                + "' is used by 1 connection(s) and 0 destination(s)");
    api.delete("/connections/con");
    api.delete("/groups/prod");
    assertThat(api.get("/hybrid-deployment-agents").data().path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'env_type':'DOCKER' | 400 InvalidInput: Field 'display_name' is required",
        "'display_name':'d','env_type':'VM' | 400 InvalidInput: Invalid value 'VM' for field"
            + " 'env_type'",
        "'display_name':'d','env_type':'DOCKER','accept_terms':false"
            + " | 400 InvalidInput: Field 'accept_terms' must be true",
        "'display_name':'d','env_type':'DOCKER','accept_terms':true,'group_id':'none'"
            + " | 404 NotFound_Group: Group with id 'none' does not exist.",
        HYBRID
            + ",'auth_type':'MAGIC' | 400 InvalidInput: Invalid value 'MAGIC' for field"
            + " 'auth_type'",
      })
  void hybridRefusesWhatIsNone(String body, String refusal) {
    assertThat(hybrid(body).line()).isEqualTo(refusal);
    assertThat(api.get("/hybrid-deployment-agents").data().path("items")).isEmpty();
  }

  private ApiClient.Answer hybrid(String body) {
    return api.post("/hybrid-deployment-agents", json("{" + body + "}"));
  }

  private void uses(String field, String id) {
    fixture.plant(
        "connections",
        "con",
        json("{'id':'con','service':'postgres','schema':'pg','" + field + "':'" + id + "'}"));
  }

  private void control(String nodes) {
    assertThat(api.patch("/_sandbox/account", json(nodes)).status()).isEqualTo(200);
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
