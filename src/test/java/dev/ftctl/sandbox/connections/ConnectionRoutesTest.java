package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionRoutesTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private String group = "";

  @BeforeEach
  void aGroupWithADestination() {
    group = api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();
    api.post(
        "/destinations",
        json("{'group_id':'" + group + "','service':'clickhouse','time_zone_offset':'0'}"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private ApiClient.Answer create(String service, String config, String more) {
    return api.post(
        "/connections",
        json(
            "{'group_id':'%s','service':'%s','config':%s%s}"
                .formatted(group, service, config, more)));
  }

  private ApiClient.Answer postgres() {
    return create(
        "postgres",
        "{'schema_prefix':'pg','host':'db.acme.test','port':5432,'database':'app','user':'ft','password':'s3cret',"
            + "'update_method':'QUERY_BASED'}",
        ",'paused':true,'run_setup_tests':false,'data_delay_sensitivity':null,'data_delay_threshold':null");
  }

  private String id(ApiClient.Answer created) {
    return created.data().path("id").asText();
  }

  private JsonNode details(String id) {
    return api.get("/connections/" + id).data();
  }

  @Test
  void answersANewConnectionWithTheServersDefaults() {
    var created = create("github", "{'schema':'git'}", ",'run_setup_tests':false");

    assertThat(created.line()).isEqualTo("201 Success: Connection has been created");
    var data = created.data();
    assertThat(data.path("schema").asText()).isEqualTo("git");
    assertThat(data.path("connected_by").asText()).isEqualTo(fixture.owner());
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
    var config = postgres().data().path("config");

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
    var created = create(service, config, "");

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
    assertThat(create(service, config, "").line()).isEqualTo("400 InvalidInput: " + message);
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
    create("github", "{'schema':'git'}", "");

    assertThat(create("github", "{'schema':'git'}", "").line())
        .isEqualTo(
            "409 Conflict: Connection with schema 'git' already exists in group '" + group + "'");
  }

  @Test
  void keepsAnUnknownConnectionNotFoundUnderBothNames() {
    var line = "404 NotFound_Connector: Connector with id 'abc_def' does not exist.";

    assertThat(api.get("/connections/abc_def").line()).isEqualTo(line);
    assertThat(api.patch("/connectors/abc_def", json("{'paused':true}")).line()).isEqualTo(line);
    assertThat(api.delete("/connections/abc_def/").line()).isEqualTo(line);
  }

  @Test
  void mergesTheTopOfAConfigReplacesArraysAndClearsWithNull() {
    var id =
        id(
            create(
                "s3",
                "{'schema':'a','table_group_name':'b','bucket':'x','pattern':'p','prefix':'q',"
                    + "'files':[{'table_name':'t','file_pattern':'f','junk':1},{'table_name':'u'}]}",
                ""));

    var patched =
        api.patch(
            "/connections/" + id,
            json(
                "{'config':{'pattern':null,'prefix':'','bucket':'y','junk':1,'files':[{'table_name':'v'}]}}"));
    var config = patched.data().path("config");

    assertThat(patched.line()).isEqualTo("200 Success: Connection has been updated");
    assertThat(config.path("bucket").asText()).isEqualTo("y");
    assertThat(config.has("pattern")).isFalse();
    assertThat(config.has("prefix")).isFalse();
    assertThat(config.has("junk")).isFalse();
    assertThat(config.path("files")).hasSize(1);
    assertThat(config.path("files").get(0).path("table_name").asText()).isEqualTo("v");
    assertThat(config.path("files").get(0).path("file_pattern").isNull()).isTrue();
  }

  @Test
  void mergesSomeListsByTheKeyOfTheirItems() {
    var path =
        "/connections/"
            + id(
                create(
                    "aws_lambda",
                    "{'schema':'a','secrets_list':[{'key':'A','value':'1'},{'key':'B','value':'2'},"
                        + "{'key':'Z','value':null}]}",
                    ""));

    assertThat(keys(path, "[{'key':'C','value':'3'}]")).isEqualTo("ABC");
    assertThat(keys(path, "[{'key':'A','value':'new'}]")).isEqualTo("ABC");
    assertThat(keys(path, "[]")).isEqualTo("ABC");
    assertThat(keys(path, "[{'key':'B','value':null},{'key':'Z','value':null}]")).isEqualTo("AC");
    assertThat(keys(path, "[{'key':'A'}]")).isEqualTo("C");
    assertThat(api.patch(path, json("{'config':{'secrets_list':[{'value':'3'}]}}")).line())
        .isEqualTo("400 InvalidInput: Invalid 'config' object");
    assertThat(keys(path, "[{'key':'C','value':null}]")).isEmpty();
    assertThat(keys(path, "[{'key':'D','value':'4'}]")).isEqualTo("D");
    assertThat(keys(path, "null")).isEmpty();
  }

  /// The keys that the list has after that PATCH.
  private String keys(String path, String list) {
    var config =
        api.patch(path, json("{'config':{'secrets_list':" + list + "}}")).data().path("config");
    return String.join("", config.path("secrets_list").findValuesAsText("key"));
  }

  @Test
  void refusesToNullEnumsAndReadOnlyMembers() {
    var path = "/connections/" + id(postgres());

    assertThat(api.patch(path, json("{'config':{'update_method':null}}")).line())
        .isEqualTo("400 InvalidInput: Invalid 'config' object");
    assertThat(api.patch(path, json("{'config':{'public_key':null}}")).line())
        .isEqualTo("400 InvalidInput: Invalid 'config' object");
  }

  @Test
  void keepsNothingOfARefusedPatch() {
    var id = id(postgres());
    var before = details(id);

    api.patch(
        "/connections/" + id,
        json("{'paused':false,'config':{'host':'other'},'sync_frequency':7}"));

    assertThat(details(id)).isEqualTo(before);
  }

  @Test
  void needsSomethingLastingInAPatch() {
    var path = "/connections/" + id(postgres());
    var line = "400 InvalidInput: The request must contain at least one field to update";

    assertThat(api.patch(path, "{}").line()).isEqualTo(line);
    assertThat(api.patch(path, json("{'run_setup_tests':true,'trust_certificates':true}")).line())
        .isEqualTo(line);
    assertThat(
            api.patch(path, json("{'data_delay_threshold':null,'run_setup_tests':false}")).status())
        .isEqualTo(200);
  }

  @Test
  void neverMovesOrChangesItsService() {
    var id = id(postgres());

    api.patch(
        "/connections/" + id,
        json("{'paused':true,'group_id':'x_y','service':'mysql','schema':'other'}"));

    assertThat(details(id).path("group_id").asText()).isEqualTo(group);
    assertThat(details(id).path("service").asText()).isEqualTo("postgres");
    assertThat(details(id).path("schema").asText()).isEqualTo("pg");
  }

  @Test
  void takesOnlyTheFrequenciesThatExistAlsoAsText() {
    var path = "/connections/" + id(postgres());

    assertThat(api.patch(path, json("{'sync_frequency':7}")).line())
        .isEqualTo("400 InvalidInput: Invalid value '7' for field 'sync_frequency'");
    assertThat(
            api.patch(path, json("{'sync_frequency':'15','paused':'true'}"))
                .data()
                .path("sync_frequency")
                .asInt())
        .isEqualTo(15);
  }

  @Test
  void keepsADailyTimeOnlyBesideADailyFrequency() {
    var path = "/connections/" + id(postgres());

    var hourly = api.patch(path, json("{'sync_frequency':60,'daily_sync_time':'03:00'}"));
    var daily = api.patch(path, json("{'sync_frequency':1440,'daily_sync_time':'03:00'}"));

    assertThat(hourly.data().has("daily_sync_time")).isFalse();
    assertThat(daily.data().path("daily_sync_time").asText()).isEqualTo("03:00");
    assertThat(api.patch(path, json("{'daily_sync_time':'03:30'}")).status()).isEqualTo(400);
  }

  @Test
  void bringsAScheduleToOneForm() {
    var path = "/connections/" + id(postgres());

    var daily =
        api.patch(path, json("{'schedule':{'schedule_type':'TIME_OF_DAY','time_of_day':'15'}}"));
    var schedule = daily.data().path("schedule");

    assertThat(schedule.path("time_of_day").asText()).isEqualTo("15:00");
    assertThat(schedule.path("days_of_week")).hasSize(7);
    assertThat(daily.data().path("sync_frequency").asInt()).isEqualTo(1440);
    assertThat(
            api.patch(path, json("{'schedule':{'schedule_type':'MANUAL'}}"))
                .data()
                .path("schedule_type")
                .asText())
        .isEqualTo("manual");
  }

  @ParameterizedTest
  @CsvSource({"7, 07:00, 200", "15:30, '', 200", "15:00, 15:00, 200", "15:15, '', 400"})
  void scheduleTakesHalfHoursThatTheOlderFieldLacks(String time, String older, int status) {
    var path = "/connections/" + id(postgres());

    var daily =
        api.patch(
            path,
            json("{'schedule':{'schedule_type':'TIME_OF_DAY','time_of_day':'" + time + "'}}"));

    assertThat(daily.status()).isEqualTo(status);
    assertThat(api.get(path).data().path("daily_sync_time").asText()).isEqualTo(older);
  }

  @Test
  void readsAsPausedAtOnce() {
    var id = id(create("github", "{'schema':'git'}", ""));

    var paused = api.patch("/connections/" + id, json("{'paused':true}"));

    assertThat(paused.data().path("status").path("sync_state").asText()).isEqualTo("paused");
  }

  @Test
  void derivesTheNetworkingMethodFromTunnelFields() {
    var path = "/connections/" + id(postgres());

    var tunnelled =
        api.patch(path, json("{'config':{'tunnel_host':'t','tunnel_port':22,'tunnel_user':'u'}}"));
    var stillTunnelled = api.patch(path, json("{'networking_method':'Directly'}"));
    var direct =
        api.patch(
            path,
            json(
                "{'networking_method':'Directly','config':{'tunnel_host':null,'tunnel_port':null,'tunnel_user':null}}"));

    assertThat(tunnelled.data().path("networking_method").asText()).isEqualTo("SshTunnel");
    assertThat(stillTunnelled.data().path("networking_method").asText()).isEqualTo("SshTunnel");
    assertThat(direct.data().path("networking_method").asText()).isEqualTo("Directly");
  }

  @Test
  void clearsReferencesWithAnEmptyText() {
    fixture.plant("proxy_agents", "some_agent", "{}");
    var path = "/connections/" + id(postgres());

    var set =
        api.patch(path, json("{'proxy_agent_id':'some_agent','networking_method':'ProxyAgent'}"));
    var cleared = api.patch(path, json("{'proxy_agent_id':'','networking_method':'Directly'}"));

    assertThat(set.data().path("proxy_agent_id").asText()).isEqualTo("some_agent");
    assertThat(cleared.data().path("proxy_agent_id").isNull()).isTrue();
  }

  @Test
  void runsSetupTestsUnlessToldNotTo() {
    var path = "/connections/" + id(postgres());

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
    var path = "/connections/" + id(postgres()) + "/test";

    assertThat(api.post(path, "").line()).isEqualTo("400 BadRequest: Request body is required");
    assertThat(api.post(path, "{}").line())
        .isEqualTo("200 Success: Setup tests have been completed");
  }

  @Test
  void failsSetupTestsWithoutADestination() {
    api.delete("/destinations/" + group);

    var tested = api.post("/connections/" + id(postgres()) + "/test", "{}");

    assertThat(tested.data().path("status").path("setup_state").asText()).isEqualTo("incomplete");
    assertThat(tested.data().path("setup_tests").findValuesAsText("message"))
        .contains("The group has no destination");
  }

  @Test
  void waitsForAPersonWhereOnlyOAuthOpensTheSource() {
    var waiting = create("google_ads", "{'schema':'ads'}", "");
    var given = create("google_ads", "{'schema':'ads2'}", ",'auth':{'refresh_token':'tok3n'}");

    assertThat(waiting.data().path("status").path("setup_state").asText()).isEqualTo("incomplete");
    assertThat(waiting.data().path("setup_tests").findValuesAsText("status")).contains("SKIPPED");
    assertThat(given.data().path("status").path("setup_state").asText()).isEqualTo("connected");
    assertThat(given.data().has("auth")).isFalse();
    assertThat(given.raw().body()).doesNotContain("tok3n");
    assertThat(fixture.sandbox.control().account().toString()).doesNotContain("tok3n");
  }

  @Test
  void fillsInWhatAServiceDefaultsTo() {
    var config = create("itunes_connect", "{'schema':'itc'}", "").data().path("config");

    assertThat(config.path("timeframe_months").asText()).isEqualTo("TWELVE");
    assertThat(config.path("app_sync_mode").asText()).isEqualTo("AllApps");
  }

  @Test
  void refusesToChangeWhatOnlyCreationSets() {
    var id = id(create("facebook_ads", "{'schema':'fb','timeframe_months':'SIX'}", ""));

    assertThat(
            api.patch("/connections/" + id, json("{'config':{'timeframe_months':'TWELVE'}}"))
                .line())
        .isEqualTo("400 InvalidInput: Field 'timeframe_months' cannot be modified");
  }

  @Test
  void listsByGroupAndSchemaWithoutConfig() {
    postgres();
    create("github", "{'schema':'git'}", "");

    var found = api.get("/connections?group_id=" + group + "&schema=pg");

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
    var id = id(postgres());

    assertThat(api.delete("/connections/" + id).line())
        .isEqualTo("200 Success: Connection with id '" + id + "' has been deleted");
    assertThat(api.get("/connections/" + id).status()).isEqualTo(404);
  }

  @Test
  void syncsUnderBothNamesAndSaysSo() {
    var id = id(create("github", "{'schema':'git'}", ",'auth':{'refresh_token':'x'}"));
    api.post("/connections/" + id + "/test", "{}");
    var line =
        "200 Success: Sync has been successfully triggered for connection with id '" + id + "'";

    assertThat(api.post("/connections/" + id + "/sync", "").line()).isEqualTo(line);
    assertThat(api.post("/connectors/" + id + "/force", "").line()).isEqualTo(line);
    assertThat(api.post("/connections/" + id + "/resync", "").line()).isEqualTo(line);
  }

  @Test
  void fillsInWhatTheDocumentSaysIsTheDefault() {
    var lambda = create("aws_lambda", "{'schema':'a'}", "").data().path("config");
    var mongo = create("mongo", "{'schema_prefix':'b'}", "").data().path("config");

    assertThat(lambda.path("connection_type").asText()).isEqualTo("Directly");
    assertThat(mongo.path("packing_mode").asText()).isEqualTo("UseUnpackedModeOnly");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'schedule_type':'INTERVAL','interval':7}",
        "{'schedule_type':'INTERVAL','interval':'often'}",
        "{'schedule_type':'CRON'}",
        "{'schedule_type':'CRON','cron':'* * *'}",
        "{'schedule_type':'CRON','cron':'61 * * * *'}",
        "{'schedule_type':'CRON','cron':['0 * * * *']}",
        "{'schedule_type':'SOMETIMES'}"
      })
  void refusesAScheduleThatNobodyCanKeep(String schedule) {
    var path = "/connections/" + id(postgres());

    assertThat(api.patch(path, json("{'schedule':" + schedule + "}")).line())
        .startsWith("400 InvalidInput: Invalid value '");
  }

  @Test
  void refusesToResyncAnEmptyScope() {
    var path = "/connections/" + id(postgres()) + "/resync";
    var sheet =
        "/connections/" + id(create("google_sheets", "{'schema':'a','table':'b'}", "")) + "/resync";

    assertThat(api.post(path, json("{'scope':{}}")).status()).isEqualTo(400);
    assertThat(api.post(path, json("{'scope':{'public':[]}}")).status()).isEqualTo(400);
    assertThat(api.post(path, json("{'scope':null}")).status()).isEqualTo(200);
    assertThat(api.post(sheet, json("{'scope':{'a':['b']}}")).status()).isEqualTo(400);
  }

  @Test
  void hasAConnectCardUnderBothNames() {
    var id = id(postgres());

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
        "/connections/" + id(create("aws_lambda", "{'schema':'fn'}", ",'paused':true")) + "/state";
    var other = "/connections/" + id(postgres()) + "/state";

    assertThat(api.get(other).status()).isEqualTo(405);
    assertThat(api.get(function).status()).isEqualTo(400);
    assertThat(api.patch(function, json("{'state':{'cursor':1}}")).line())
        .isEqualTo("200 Success: Connection state has been updated");
    assertThat(api.get(function).data().path("state").path("cursor").asInt()).isEqualTo(1);
  }
}
