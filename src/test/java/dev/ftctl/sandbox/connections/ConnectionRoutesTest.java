package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionRoutesTest {

  private final ConnectionCase connections = new ConnectionCase();
  private final ApiClient api = connections.api;

  @AfterEach
  void close() {
    connections.close();
  }

  @Test
  void answersANewConnectionWithTheServersDefaults() {
    var created = connections.create("github", "{'schema':'git'}", ",'run_setup_tests':false");

    assertThat(created.line()).isEqualTo("201 Success: Connection has been created");
    var data = created.data();
    assertThat(data.path("schema").asText()).isEqualTo("git");
    assertThat(data.path("connected_by").asText()).isEqualTo(connections.fixture.owner());
    assertThat(data.path("paused").asBoolean(true)).isFalse();
    assertThat(data.path("pause_after_trial").asBoolean(true)).isFalse();
    assertThat(data.path("sync_frequency").isInt()).isTrue();
    assertThat(data.path("sync_frequency").asInt()).isEqualTo(360);
    assertThat(data.path("schedule_type").asText()).isEqualTo("auto");
    assertThat(data.path("service_version").asInt()).isEqualTo(1);
    assertThat(data.path("succeeded_at").isNull()).isTrue();
    assertThat(data.path("data_delay_sensitivity").asText()).isEqualTo("NORMAL");
    assertThat(data.path("data_delay_threshold").isInt()).isTrue();
    assertThat(data.has("daily_sync_time")).isFalse();
    assertThat(data.has("setup_tests")).isFalse();
    assertThat(data.path("config").isEmpty()).isTrue();
    assertThat(data.path("status"))
        .isEqualTo(
            SandboxCase.parsed(
                json(
                    "{'setup_state':'incomplete','sync_state':'scheduled','update_state':'on_schedule',"
                        + "'is_historical_sync':true,'tasks':[],'warnings':[]}")));
  }

  @Test
  void consumesNamingKeysMasksSecretsAndAddsWhatItMakesItself() {
    var config = connections.postgres().data().path("config");

    assertThat(config.has("schema_prefix")).isFalse();
    assertThat(config.path("port").isInt()).isTrue();
    assertThat(config.path("password").asText()).isEqualTo("******");
    assertThat(config.path("public_key").asText()).startsWith("ssh-rsa ");
    assertThat(config.path("update_method").asText()).isEqualTo("QUERY_BASED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          github        | {'schema':'a'}                          | a
          google_sheets | {'schema':'a','table':'b'}              | a.b
          postgres      | {'schema_prefix':'a'}                   | a
          s3            | {'schema':'a','table_group_name':'b'}   | a.b
          s3            | {'schema':'a','table':'b'}              | a.b
          """)
  void isNamedByTheKeysOfItsFamily(String service, String config, String schema) {
    var created = connections.create(service, config, "");

    assertThat(created.data().path("schema").asText()).isEqualTo(schema);
    assertThat(created.data().path("config").has("schema")).isFalse();
    assertThat(created.data().path("config").has("table")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          github        | {}                         | Field 'schema' is required
          postgres      | {'schema':'a'}             | Field 'schema_prefix' is required
          google_sheets | {'schema':'a'}             | Field table is required
          nope          | {'schema':'a'}             | Unsupported connector service 'nope'
          adwords       | {'schema':'a'}             | Unsupported connector service 'adwords'
          postgres      | {'schema_prefix':'a','port':'many'}          | Invalid 'config' object
          postgres      | {'schema_prefix':'a','update_method':'FAST'} | Invalid 'config' object
          postgres      | {'schema_prefix':'a','host':['h']}           | Invalid 'config' object
          """)
  void saysWhatIsWrongWithANewConnection(String service, String config, String message) {
    assertThat(connections.create(service, config, "").line())
        .isEqualTo("400 InvalidInput: " + message);
  }

  @Test
  void needsGroupAndService() {
    assertThat(api.post("/connections", "{}").line())
        .isEqualTo("400 InvalidInput: Field 'group_id' is required");
    assertThat(api.post("/connections", json("{'group_id':'x_y','service':'github'}")).line())
        .isEqualTo("404 NotFound_Group: Group with id 'x_y' does not exist.");
  }

  @Test
  void hasANameOfItsOwnInItsGroup() {
    connections.create("github", "{'schema':'git'}", "");

    assertThat(connections.create("github", "{'schema':'git'}", "").line())
        .isEqualTo(
            "409 Conflict: Connection with schema 'git' already exists in group '"
                + connections.group
                + "'");
  }

  @Test
  void keepsAnUnknownConnectionNotFoundUnderBothNames() {
    var line = "404 NotFound_Connector: Connector with id 'abc_def' does not exist.";

    assertThat(api.get("/connections/abc_def").line()).isEqualTo(line);
    assertThat(api.patch("/connectors/abc_def", json("{'paused':true}")).line()).isEqualTo(line);
    assertThat(api.delete("/connections/abc_def/").line()).isEqualTo(line);
  }

  @Test
  void needsSomethingLastingInAPatch() {
    var path = "/connections/" + connections.id(connections.postgres());
    var line = "400 InvalidInput: The request must contain at least one field to update";

    assertThat(api.patch(path, "{}").line()).isEqualTo(line);
    assertThat(api.patch(path, json("{'run_setup_tests':true,'trust_certificates':true}")).line())
        .isEqualTo(line);
    assertThat(
            api.patch(path, json("{'data_delay_threshold':null,'run_setup_tests':false}")).status())
        .isEqualTo(200);
  }

  @Test
  void runsSetupTestsUnlessToldNotTo() {
    var path = "/connections/" + connections.id(connections.postgres());

    var patched = api.patch(path, json("{'paused':true}"));
    var broken = api.patch(path, json("{'config':{'host':'unreachable.acme.test'}}"));

    assertThat(patched.data().path("setup_tests").findValuesAsText("status"))
        .containsOnly("PASSED");
    assertThat(patched.data().path("status").path("setup_state").asText()).isEqualTo("connected");
    assertThat(broken.data().path("setup_tests").findValuesAsText("status")).contains("FAILED");
    assertThat(broken.data().path("status").path("setup_state").asText()).isEqualTo("broken");
  }

  @Test
  void testsOnlyWithABody() {
    var path = "/connections/" + connections.id(connections.postgres()) + "/test";

    assertThat(api.post(path, "").line()).isEqualTo("400 BadRequest: Request body is required");
    assertThat(api.post(path, "{}").line())
        .isEqualTo("200 Success: Setup tests have been completed");
  }

  @Test
  void failsSetupTestsWithoutADestination() {
    api.delete("/destinations/" + connections.group);

    var tested = api.post("/connections/" + connections.id(connections.postgres()) + "/test", "{}");

    assertThat(tested.data().path("status").path("setup_state").asText()).isEqualTo("incomplete");
    assertThat(tested.data().path("setup_tests").findValuesAsText("message"))
        .contains("The group has no destination");
  }

  @Test
  void waitsForAPersonWhereOnlyOAuthOpensTheSource() {
    var waiting = connections.create("google_ads", "{'schema':'ads'}", "");
    var given =
        connections.create("google_ads", "{'schema':'ads2'}", ",'auth':{'refresh_token':'tok3n'}");

    assertThat(waiting.data().path("status").path("setup_state").asText()).isEqualTo("incomplete");
    assertThat(waiting.data().path("setup_tests").findValuesAsText("status")).contains("SKIPPED");
    assertThat(given.data().path("status").path("setup_state").asText()).isEqualTo("connected");
    assertThat(given.data().has("auth")).isFalse();
    assertThat(given.raw().body()).doesNotContain("tok3n");
    assertThat(connections.fixture.sandbox.control().account().toString()).doesNotContain("tok3n");
  }

  @Test
  void listsByGroupAndSchemaWithoutConfig() {
    connections.postgres();
    connections.create("github", "{'schema':'git'}", "");

    var found = api.get("/connections?group_id=" + connections.group + "&schema=pg");

    assertThat(found.line()).isEqualTo("200 Success: Connections list retrieved successfully");
    assertThat(found.data().path("items")).hasSize(1);
    var item = found.data().path("items").get(0);
    assertThat(item.has("config")).isFalse();
    assertThat(item.path("service_version").isInt()).isTrue();
    assertThat(item.path("status").path("sync_state").asText()).isEqualTo("paused");
    assertThat(api.get("/connections?group_id=other").data().path("items")).isEmpty();
  }

  @Test
  void deletes() {
    var id = connections.id(connections.postgres());

    assertThat(api.delete("/connections/" + id).line())
        .isEqualTo("200 Success: Connection with id '" + id + "' has been deleted");
    assertThat(api.get("/connections/" + id).status()).isEqualTo(404);
  }

  @Test
  void hasAConnectCardUnderBothNames() {
    var id = connections.id(connections.postgres());

    var card =
        api.post(
            "/connectors/" + id + "/connect-card",
            json("{'connect_card_config':{'redirect_uri':'https://a.test'}}"));

    assertThat(card.line()).isEqualTo("200 Success: Connection Connect Card has been created");
    assertThat(card.data().path("connector_id").asText()).isEqualTo(id);
    assertThat(card.data().path("connect_card").path("uri").asText())
        .endsWith(card.data().path("connect_card").path("token").asText());
    assertThat(api.post("/connections/" + id + "/connect-card", "{}").status()).isEqualTo(400);
  }

  @Test
  void keepsAStateOnlyForFunctions() {
    var function =
        "/connections/"
            + connections.id(connections.create("aws_lambda", "{'schema':'fn'}", ",'paused':true"))
            + "/state";
    var other = "/connections/" + connections.id(connections.postgres()) + "/state";

    assertThat(api.get(other).status()).isEqualTo(405);
    assertThat(api.get(function).status()).isEqualTo(400);
    assertThat(api.patch(function, json("{'state':{'cursor':1}}")).line())
        .isEqualTo("200 Success: Connection state has been updated");
    assertThat(api.get(function).data().path("state").path("cursor").asInt()).isEqualTo(1);
  }
}
