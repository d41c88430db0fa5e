package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DestinationRoutesTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private String group = "";

  @BeforeEach
  void aGroup() {
    group = api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private ApiClient.Answer create(String more) {
    return api.post(
        "/destinations",
        json("{'group_id':'" + group + "','time_zone_offset':'+10'," + more + "}"));
  }

  private ApiClient.Answer snowflake() {
    return create(
        "'service':'snowflake','config':{'host':'acme.snowflakecomputing.com','port':443,'database':'RAW',"
            + "'auth':'PASSWORD','user':'FT','password':'s3cret','connection_type':'Directly'}");
  }

  private ApiClient.Answer patch(String body) {
    return api.patch("/destinations/" + group, json(body));
  }

  @Test
  void fillsInDefaultsAndAnswersPortsAsTextAndSecretsAsMasks() {
    var created = snowflake();

    assertThat(created.line()).isEqualTo("201 Success: Destination has been created");
    var data = created.data();
    assertThat(data.path("id").asText()).isEqualTo(group);
    assertThat(data.path("group_id").asText()).isEqualTo(group);
    assertThat(data.path("region").asText()).isEqualTo("GCP_US_EAST4");
    assertThat(data.path("time_zone_offset").asText()).isEqualTo("+10");
    assertThat(data.path("daylight_saving_time_enabled").isBoolean()).isTrue();
    assertThat(data.path("setup_status").asText()).isEqualTo("incomplete");
    assertThat(data.path("networking_method").asText()).isEqualTo("Directly");
    assertThat(data.path("private_link_id").isNull()).isTrue();
    assertThat(data.has("setup_tests")).isFalse();
    assertThat(data.path("config").path("port"))
        .isEqualTo(ApiClient.JSON.getNodeFactory().textNode("443"));
    assertThat(data.path("config").path("password").asText()).isEqualTo("******");
    assertThat(data.path("config").path("connection_type").asText()).isEqualTo("DIRECTLY");
    assertThat(created.raw().body()).doesNotContain("s3cret");
  }

  @Test
  void refusesWhatIsMissingOrUnknown() {
    assertThat(api.post("/destinations", "{}").line())
        .isEqualTo("400 InvalidInput: Field 'group_id' is required");
    assertThat(api.post("/destinations", json("{'group_id':'x_y'}")).line())
        .isEqualTo("400 InvalidInput: Field 'service' is required");
    assertThat(api.post("/destinations", json("{'group_id':'x_y','service':'snowflake'}")).line())
        .isEqualTo("404 NotFound: Destination with id x_y not found");
    assertThat(create("'service':'nope'").line())
        .isEqualTo("400 InvalidInput: Unsupported service 'nope'");
    assertThat(create("'service':'snowflake','region':''").line())
        .isEqualTo("400 InvalidInput: region cannot be empty");
    assertThat(create("'service':'snowflake','region':'MOON'").line())
        .isEqualTo("400 InvalidInput: Invalid value 'MOON' for field 'region'");
    assertThat(
            api.post("/destinations", json("{'group_id':'" + group + "','service':'snowflake'}"))
                .line())
        .isEqualTo("400 InvalidInput: Field 'time_zone_offset' is required");
    assertThat(create("'service':'snowflake','config':{'auth':'MAGIC'}").line())
        .isEqualTo("400 InvalidInput: Invalid 'config' object");
    assertThat(api.get("/destinations/x_y").line())
        .isEqualTo("404 NotFound_Destination: Destination with id 'x_y' does not exist.");
  }

  @Test
  void wantsTheSignOfATimeZoneOffset() {
    snowflake();

    assertThat(patch("{'time_zone_offset':'3'}").line())
        .isEqualTo("400 InvalidInput: Invalid value '3' for field 'time_zone_offset'");
    assertThat(patch("{'time_zone_offset':'+3'}").data().path("time_zone_offset").asText())
        .isEqualTo("+3");
  }

  @Test
  void isOnlyOnePerGroup() {
    snowflake();

    assertThat(snowflake().line())
        .isEqualTo("409 Conflict: Destination for group '" + group + "' already exists");
  }

  @Test
  void mergesAPatchAndClearsWithNull() {
    snowflake();

    var patched =
        patch(
            "{'region':'GCP_AUSTRALIA_SOUTHEAST1','config':{'database':'LIVE','port':null,'role':'','unknown':1}}");
    var config = patched.data().path("config");

    assertThat(patched.line()).isEqualTo("200 Success: Destination has been updated");
    assertThat(patched.data().path("region").asText()).isEqualTo("GCP_AUSTRALIA_SOUTHEAST1");
    assertThat(config.path("database").asText()).isEqualTo("LIVE");
    assertThat(config.path("host").asText()).isEqualTo("acme.snowflakecomputing.com");
    assertThat(config.has("port")).isFalse();
    assertThat(config.has("role")).isFalse();
    assertThat(config.has("unknown")).isFalse();
    assertThat(config.path("password").asText()).isEqualTo("******");
  }

  @Test
  void connectsWhenSetupTestsPassAndBreaksWhenTheyFailLater() {
    snowflake();

    var passed = api.post("/destinations/" + group + "/test", "{}");
    var broken = patch("{'run_setup_tests':true,'config':{'host':'unreachable.acme.test'}}");

    assertThat(passed.line()).isEqualTo("200 Success: Setup tests have been completed");
    assertThat(passed.data().path("setup_status").asText()).isEqualTo("connected");
    assertThat(passed.data().path("setup_tests").findValuesAsText("status")).containsOnly("PASSED");
    assertThat(broken.data().path("setup_status").asText()).isEqualTo("broken");
    assertThat(broken.data().path("setup_tests").findValuesAsText("status")).contains("FAILED");
    assertThat(api.get("/destinations/" + group).data().has("setup_tests")).isFalse();
  }

  @Test
  void staysIncompleteWhileItNeverPassed() {
    create("'service':'snowflake','config':{'host':'h','user':'u'}");

    var tested = api.post("/destinations/" + group + "/test", "{}");

    assertThat(tested.data().path("setup_status").asText()).isEqualTo("incomplete");
  }

  @Test
  void listsWithoutConfig() {
    snowflake();

    var list = api.get("/destinations");

    assertThat(list.line()).isEqualTo("200 Success: Destinations list retrieved successfully");
    assertThat(list.data().path("items").get(0).has("config")).isFalse();
    assertThat(list.data().path("items").get(0).path("setup_status").asText())
        .isEqualTo("incomplete");
  }

  @Test
  void callsBigQuerysLocationByItsOldNameInVersionOne() {
    create("'service':'big_query','config':{'project_id':'p','data_set_location':'EU'}");

    var first = api.get("/destinations/" + group);
    var second =
        api.send(
            api.request("GET", "/destinations/" + group, "")
                .header("Authorization", ApiClient.basic("sandbox_key", "sandbox_secret"))
                .header("Accept", "application/json;version=2"));

    assertThat(first.data().path("config").path("location").asText()).isEqualTo("EU");
    assertThat(second.data().path("config").path("data_set_location").asText()).isEqualTo("EU");
  }

  @Test
  void keepsWhatADestinationWithoutDocumentedFieldsIsSent() {
    var created = create("'service':'motherduck','config':{'database':'d','token':'t0p'}");

    assertThat(created.data().path("config").path("database").asText()).isEqualTo("d");
    assertThat(created.data().path("config").path("token").asText()).isEqualTo("******");
  }

  @Test
  void deletesAndLeavesTheGroup() {
    snowflake();

    assertThat(api.delete("/destinations/" + group).line())
        .isEqualTo("200 Success: Destination with id '" + group + "' has been deleted");
    assertThat(api.delete("/destinations/" + group).status()).isEqualTo(404);
    assertThat(api.get("/groups/" + group).status()).isEqualTo(200);
  }
}
