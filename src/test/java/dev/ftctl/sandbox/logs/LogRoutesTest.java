package dev.ftctl.sandbox.logs;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRoutesTest {
  private static final String SPLUNK =
      "'service':'splunkLog','config':{'host':'splunk.test','port':'8088','enable_ssl':'true',"
          + "'token':'hunter2'}";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.group("prod");
    fixture.group("test");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void isMadeReadChangedTestedAndDeleted() {
    var created = api.post("/external-logging", json("{'group_id':'prod'," + SPLUNK + "}"));
    assertThat(created.line()).isEqualTo("201 Success: External logging service has been added");
    assertThat(created.data().path("id").asText()).isEqualTo("prod");
    assertThat(created.data().path("enabled").asBoolean()).isTrue();
    assertThat(created.data().at("/status/setup_state").asText()).isEqualTo("incomplete");
    assertThat(created.data().has("setup_tests")).isFalse();

    var changed =
        api.patch("/external-logging/prod", json("{'enabled':false,'config':{'port':9}}"));
    assertThat(changed.line()).isEqualTo("200 Success: External logging service has been updated");
    var details = api.get("/external-logging/prod").data();
    assertThat(details.path("enabled").asBoolean()).isFalse();
    assertThat(details.path("config"))
        .isEqualTo(
            SandboxCase.parsed(
                json("{'host':'splunk.test','port':9,'enable_ssl':true,'token':'******'}")));
    assertThat(fixture.sandbox.requests().toString()).doesNotContain("hunter2");
    assertThat(fixture.sandbox.control().account().toString()).doesNotContain("hunter2");

    var tested = api.post("/external-logging/prod/test", "");
    assertThat(tested.line()).isEqualTo("200 Success: Setup tests have been completed");
    assertThat(tested.data().path("setup_tests").findValuesAsText("status")).containsOnly("PASSED");
    assertThat(api.get("/external-logging/prod").data().at("/status/setup_state").asText())
        .isEqualTo("connected");

    assertThat(api.delete("/external-logging/prod").line())
        .isEqualTo("200 Success: External logging service with id 'prod' has been deleted");
    assertThat(api.get("/external-logging/prod").line())
        .isEqualTo(
            "404 NotFound_LogService: External logging service with id 'prod' does not exist.");
  }

  @Test
  void listsInPagesWithoutConfig() {
    log("prod", SPLUNK);
    log("test", SPLUNK);

    var first = api.get("/external-logging?limit=1").data();
    assertThat(first.at("/items/0/id").asText()).isEqualTo("prod");
    assertThat(first.at("/items/0").has("config")).isFalse();
    assertThat(first.at("/items/0/status/setup_state").asText()).isEqualTo("incomplete");
    var last =
        api.get("/external-logging?limit=1&cursor=" + first.path("next_cursor").asText()).data();
    assertThat(last.at("/items/0/id").asText()).isEqualTo("test");
    assertThat(last.has("next_cursor")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'service':'splunkLog' | 400 InvalidInput: Field 'group_id' is required",
        "'group_id':'prod' | 400 InvalidInput: Field 'service' is required",
        "'group_id':'none','service':'splunkLog'"
            + " | 404 NotFound_Group: Group with id 'none' does not exist.",
        "'group_id':'prod','service':'splunk'"
            + " | 400 InvalidInput: Unsupported service 'splunk'",
        "'group_id':'prod','service':'datadog_log','config':{'token':'t'}"
            + " | 400 InvalidInput: Field 'token' is not supported by service 'datadog_log'",
        "'group_id':'prod','service':'datadog_log','config':{'region':'MARS'}"
            + " | 400 InvalidInput: Invalid 'config' object",
        "'group_id':'prod','service':'splunkLog','config':{'port':'many'}"
            + " | 400 InvalidInput: Invalid 'config' object",
        "'group_id':'test','service':'datadog_log'"
            + " | 409 Conflict: External logging service with id 'test' already exists",
      })
  void refusesWhatIsNone(String body, String refusal) {
    log("test", SPLUNK);

    assertThat(api.post("/external-logging", json("{" + body + "}")).line()).isEqualTo(refusal);
    assertThat(api.get("/external-logging").data().path("items")).hasSize(1);
  }

  /// The official provider sends them, whatever the service.
  @Test
  void membersOfOtherServicesThatSayNothingAreNone() {
    var sent =
        "{'group_id':'prod','service':'datadog_log',"
            + "'config':{'api_key':'k','enable_ssl':false,'port':0,'host':null}}";

    var config = api.post("/external-logging", json(sent)).data().path("config");

    assertThat(config.has("enable_ssl") || config.has("port") || config.has("host")).isFalse();
  }

  @Test
  void breaksWhenItsTestsFailAndTellsTheTask() {
    control("{'log_tests':{'prod':{'status':'FAILED','message':'403 of Splunk','times':1}}}");
    var created = log("prod", SPLUNK + ",'run_setup_tests':true");
    assertThat(created.data().at("/setup_tests/2/message").asText()).isEqualTo("403 of Splunk");
    assertThat(created.data().at("/status/setup_state").asText()).isEqualTo("incomplete");
    assertThat(created.data().at("/status/tasks/0/details").asText()).isEqualTo("403 of Splunk");

    api.post("/external-logging/prod/test", "");
    assertThat(state("prod")).isEqualTo("connected");
    assertThat(api.get("/external-logging/prod").data().at("/status/tasks")).isEmpty();

    var broken =
        api.patch(
            "/external-logging/prod",
            json("{'config':{'host':'unreachable.test'},'run_setup_tests':true}"));
    assertThat(broken.data().at("/setup_tests/0/status").asText()).isEqualTo("FAILED");
    assertThat(state("prod")).isEqualTo("broken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'service':'datadog_log','config':{'region':'US1'}",
        "'service':'cloudwatch','config':{'region':'eu-west-1'}",
      })
  void failsItsTestsWithoutCredentials(String log) {
    var created = log("prod", log + ",'run_setup_tests':true");

    assertThat(created.data().at("/setup_tests/1/message").asText())
        .isEqualTo("Credentials are missing");
  }

  @Test
  void accountHasOneOfItsOwn() {
    assertThat(api.get("/external-logging/account").status()).isEqualTo(404);
    var created = api.post("/external-logging/account", json("{" + SPLUNK + "}"));
    assertThat(created.line())
        .isEqualTo("201 Success: Account external logging service has been added");
    var account = api.get("/account/info").data().path("account_id");
    assertThat(created.data().path("id")).isEqualTo(account);
    assertThat(api.post("/external-logging/account", json("{" + SPLUNK + "}")).status())
        .isEqualTo(409);

    var changed =
        api.patch("/external-logging/account", json("{'config':{'token':'new','channel':'c'}}"));
    assertThat(changed.line())
        .isEqualTo("200 Success: Account external logging service has been updated");
    assertThat(changed.data().at("/config/token").asText()).isEqualTo("******");
    assertThat(changed.data().at("/config/channel").asText()).isEqualTo("c");
    assertThat(api.post("/external-logging/account/test", "").line())
        .isEqualTo("200 Success: Account external logging service setup tests have been completed");
    assertThat(api.get("/external-logging").data().path("items")).isEmpty();
    assertThat(api.delete("/external-logging/account").line())
        .isEqualTo("200 Success: Account external logging service has been deleted");
    assertThat(api.get("/external-logging/account").line()).startsWith("404 NotFound_LogService");
  }

  @Test
  void goesWithItsGroup() {
    log("prod", SPLUNK);
    log("test", SPLUNK);

    assertThat(api.delete("/groups/prod").status()).isEqualTo(200);

    assertThat(api.get("/external-logging").data().path("items").findValuesAsText("id"))
        .containsExactly("test");
  }

  @Test
  void isForbiddenWhereThePlanLacksIt() {
    control("{'families':{'external-logging':{'absent':true}}}");

    assertThat(api.get("/external-logging").line())
        .isEqualTo("403 Forbidden: Access denied. The plan of this account doesn't include it");
    assertThat(log("prod", SPLUNK).status()).isEqualTo(403);
    assertThat(api.get("/groups").status()).isEqualTo(200);
    control("{'families':{'external-secrets-managers':{'absent':true}}}");
    assertThat(api.get("/external-secrets-managers-entities").status()).isEqualTo(403);
    assertThat(
            api.patch("/_sandbox/account", json("{'families':{'proxy':{'abset':true}}}")).message())
        .isEqualTo("Unknown member 'families.proxy.abset'; did you mean 'absent'?");
  }

  private ApiClient.Answer log(String group, String more) {
    return api.post("/external-logging", json("{'group_id':'" + group + "'," + more + "}"));
  }

  private String state(String group) {
    return api.get("/external-logging/" + group).data().at("/status/setup_state").asText();
  }

  private void control(String nodes) {
    assertThat(api.patch("/_sandbox/account", json(nodes)).status()).isEqualTo(200);
  }
}
