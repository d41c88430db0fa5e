package dev.ftctl.sandbox.keys;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsManagerRoutesTest {
  private static final String VAULT =
      "'type':'HASHICORP_VAULT','name':'vault','config':{'vault_address':'https://v.test',"
          + "'role_id':'r','secret_id':'hunter2'}";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void isMadeChangedAsAWholeAndDeletedAndHidesItsSecret() {
    var created = create(VAULT);
    assertThat(created.line()).isEqualTo("201 Success: External Secrets Manager has been created");
    assertThat(created.data().at("/config/secret_id").asText()).isEqualTo("******");
    var id = created.data().path("id").asText();
    var path = "/external-secrets-managers/" + id;

    var config = "{'vault_address':'https://w.test','role_id':'s','secret_id':'hunter2'}";
    var changed = api.patch(path, json("{'config':" + config + "}"));
    assertThat(changed.line()).isEqualTo("200 Success: Resource updated successfully");
    assertThat(changed.data().at("/config/vault_address").asText()).isEqualTo("https://w.test");
    assertThat(api.patch(path, json("{'config':{'role_id':'t'}}")).line())
        .isEqualTo("400 BadRequest: Field 'secret_id' is required.");
    assertThat(api.patch(path, "{}").line()).isEqualTo("400 BadRequest: ESM config is required.");
    assertThat(fixture.sandbox.requests().toString() + fixture.sandbox.control().account())
        .doesNotContain("hunter2");

    assertThat(api.delete(path).line())
        .isEqualTo("200 Success: External Secrets Manager '" + id + "' has been deleted.");
    assertThat(api.get(path).line())
        .isEqualTo("404 NotFound: External Secrets Manager with '" + id + "' id is not found.");
  }

  @Test
  void tellsWhatUsesItAndStaysMeanwhile() {
    fixture.group("prod");
    var id = create(VAULT).data().path("id").asText();
    fixture.plant("external_secrets_managers", "other", json("{'name':'other'}"));
    fixture.plant(
        "connections",
        "con",
        json(
            "{'id':'con','service':'postgres','schema':'pg','group_id':'prod','paused':true,"
                + "'external_secrets_manager_id':'"
                + id
                + "'}"));
    fixture.plant(
        "destinations",
        "prod",
        json(
            "{'id':'prod','service':'snowflake','group_id':'prod','setup_status':'connected',"
                + "'external_secrets_manager_id':'other'}"));

    var all = api.get("/external-secrets-managers-entities").data().path("items");
    assertThat(all.findValuesAsText("type")).containsExactly("SOURCE", "DESTINATION");
    assertThat(all.findValuesAsText("name")).containsExactly("pg", "prod");
    assertThat(all.findValuesAsText("enabled")).containsExactly("false", "true");
    assertThat(entities("-entities?esm_id=other")).containsExactly("prod");
    assertThat(entities("-entities?type=source")).containsExactly("con");
    assertThat(entities("/" + id + "/entities")).containsExactly("con");
    assertThat(entities("/" + id + "/entities?type=destination")).isEmpty();
    assertThat(api.get("/external-secrets-managers-entities?type=moon").status()).isEqualTo(400);
    assertThat(api.delete("/external-secrets-managers/" + id).line())
        .isEqualTo(
            "400 BadRequest: Failed to delete External Secrets Manager with '"
                + id
                + "' id, because it is used by 1 connection(s) and 0 destination(s).");
    api.delete("/connections/con");
    assertThat(api.delete("/external-secrets-managers/" + id).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'name':'n' | Field 'type' is required.",
        "'type':'AWS_SECRET_MANAGER' | Field 'name' is required.",
        "'type':'AWS_SECRET_MANAGER','name':'n' | ESM config is required.",
        "'type':'MOON','name':'n','config':{} | Unsupported External Secrets Manager type 'MOON'.",
        "'type':'AWS_SECRET_MANAGER','name':'n','config':{} | Field 'role_arn' is required.",
        "'type':'AWS_SECRET_MANAGER','name':'n','config':{'role_arn':'a','vault_url':'v'}"
            + " | Field 'vault_url' is not supported by this type.",
        "'type':'AZURE_KEY_VAULT','name':'n','config':{'vault_url':'v'}"
            + " | Field 'tenant_id' is required.",
        VAULT + " | External Secrets Manager with 'vault' name already exists.",
      })
  void refusesWhatIsNone(String body, String refusal) {
    create(VAULT);

    assertThat(create(body).line()).isEqualTo("400 BadRequest: " + refusal);
    assertThat(api.get("/external-secrets-managers").data().path("items")).hasSize(1);
  }

  @Test
  void needsLessWithHybridDeploymentAndMakesAnIdForAws() {
    var azure = "'type':'AZURE_KEY_VAULT','name':'a','is_hybrid_deployment':true,";
    assertThat(create(azure + "'config':{'vault_url':'v'}").status()).isEqualTo(201);
    var aws =
        create(
            "'type':'AWS_SECRET_MANAGER','name':'b','config':{'role_arn':'r','external_id':'x'}");

    assertThat(aws.data().at("/config/external_id").asText()).startsWith("fivetran_");
  }

  private java.util.List<String> entities(String path) {
    return api.get("/external-secrets-managers" + path).data().path("items").findValuesAsText("id");
  }

  private ApiClient.Answer create(String body) {
    return api.post("/external-secrets-managers", json("{" + body + "}"));
  }
}
