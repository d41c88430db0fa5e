package dev.ftctl.sandbox.others;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookRoutesTest {
  private static final String HOOK =
      json("{'url':'https://hooks.example.com/a','events':['sync_end'],'secret':'hunter2-hook'}");

  private final SandboxCase sandbox = new SandboxCase();
  private final ApiClient api = sandbox.api;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void createsAnAccountWebhookWith200AndMasksItsSecret() {
    var answer = api.post("/webhooks/account", HOOK);

    assertThat(answer.line()).isEqualTo("200 Success: Account webhook has been created");
    var hook = answer.data();
    assertThat(hook.path("type").asText()).isEqualTo("account");
    assertThat(hook.path("secret").asText()).isEqualTo("******");
    assertThat(hook.path("active").asBoolean(false)).isTrue();
    assertThat(hook.path("created_by").asText()).isEqualTo(sandbox.owner());
    assertThat(hook.has("group_id")).isFalse();
  }

  @Test
  void keepsNoSecretInClear() {
    api.post("/webhooks/account", HOOK);

    assertThat(sandbox.sandbox.control().account().toString()).doesNotContain("hunter2-hook");
    assertThat(sandbox.sandbox.requests().toString()).doesNotContain("hunter2-hook");
  }

  @Test
  void createsAGroupWebhookOnlyForAGroupThatExists() {
    sandbox.group("calm_reef");

    var answer = api.post("/webhooks/group/calm_reef", HOOK);

    assertThat(answer.line()).isEqualTo("200 Success: Group webhook has been created");
    assertThat(answer.data().path("group_id").asText()).isEqualTo("calm_reef");
    assertThat(api.post("/webhooks/group/no_group", HOOK).code()).isEqualTo("NotFound_Group");
  }

  @Test
  void takesOnlyHttps() {
    assertThat(api.post("/webhooks/account", HOOK.replace("https:", "http:")).line())
        .isEqualTo("400 InvalidInput: Field 'url' must be an https URL");
  }

  @Test
  void namesAnUnknownEvent() {
    assertThat(api.post("/webhooks/account", HOOK.replace("sync_end", "sync_ended")).line())
        .isEqualTo("400 InvalidInput: Unsupported event 'sync_ended'");
  }

  @Test
  void refusesAnActiveHookThatNobodyAnswers() {
    var body = HOOK.replace("hooks.example.com", "unreachable.example.com");

    var active = api.post("/webhooks/account", body);
    var switchedOff = api.post("/webhooks/account", body.replace("}", ",\"active\":false}"));
    var path = "/webhooks/" + switchedOff.data().path("id").asText();

    assertThat(active.line()).isEqualTo("400 InvalidInput: The webhook URL is unreachable");
    assertThat(switchedOff.status()).isEqualTo(200);
    assertThat(api.patch(path, json("{'active':true}")).status()).isEqualTo(400);
    assertThat(api.post(path + "/test", json("{'event':'sync_end'}")).data().path("succeed"))
        .hasToString("false");
  }

  @Test
  void changesOnlyWhatIsSent() {
    var path = "/webhooks/" + api.post("/webhooks/account", HOOK).data().path("id").asText();

    var answer = api.patch(path, json("{'events':['sync_start','sync_end'],'run_tests':true}"));

    assertThat(answer.line()).isEqualTo("200 Success: Webhook has been updated");
    assertThat(answer.data().path("events")).hasSize(2);
    assertThat(answer.data().path("secret").asText()).isEqualTo("******");
    assertThat(answer.data().has("run_tests")).isFalse();
    assertThat(api.get(path).data()).isEqualTo(answer.data());
  }

  @Test
  void testsAnyEventName() {
    var path = "/webhooks/" + api.post("/webhooks/account", HOOK).data().path("id").asText();

    var answer = api.post(path + "/test", "{\"event\":\"\\\"sync_end\\\"\"}");

    assertThat(answer.line()).isEqualTo("200 Success: Webhook test completed successfully");
    assertThat(answer.data().path("succeed").asBoolean()).isTrue();
  }

  @Test
  void deletesAHook() {
    var id = api.post("/webhooks/account", HOOK).data().path("id").asText();

    var answer = api.delete("/webhooks/" + id);

    assertThat(answer.line())
        .isEqualTo("200 Success: Webhook with id '" + id + "' has been deleted");
    assertThat(api.get("/webhooks/" + id).code()).isEqualTo("NotFound");
    assertThat(api.get("/webhooks").data().path("items")).isEmpty();
  }
}
