package dev.ftctl.sandbox.networking;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkRoutesTest {
  private static final String AWS =
      "'service':'SOURCE_AWS','region':'AWS_US_EAST_1',"
          + "'config':{'connection_service_name':'com.amazonaws.vpce'}";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void isMadeBeforeTheSecondLookAndChangedAsAWhole() {
    var created = create("orders");
    assertThat(created.line()).isEqualTo("201 Success: Private link has been created");
    assertThat(created.data().path("state").asText()).isEqualTo("CREATING");
    assertThat(created.data().path("cloud_provider").asText()).isEqualTo("AWS");
    assertThat(created.data().has("_looks")).isFalse();
    var path = "/private-links/" + created.data().path("id").asText();

    assertThat(api.patch(path, json("{" + AWS + "}")).line())
        .startsWith("409 IllegalState: Private link with id '")
        .endsWith("' is in state CREATING");
    assertThat(state(path)).isEqualTo("CREATING");
    assertThat(state(path)).isEqualTo("OK");
    assertThat(api.get(path).data().path("host").asText()).endsWith(".private.test");

    var changed = api.patch(path, json("{'config':{'connection_service_name':'other'}}"));
    assertThat(changed.line()).isEqualTo("200 Success: Private link has been updated");
    assertThat(changed.data().path("state").asText()).isEqualTo("UPDATING");
    assertThat(api.get("/private-links").data().at("/items/0/state").asText())
        .isEqualTo("UPDATING");
    assertThat(api.get("/private-links").data().at("/items/0/state").asText()).isEqualTo("OK");
    assertThat(api.patch(path, json("{'config':{}}")).line())
        .isEqualTo("400 InvalidInput: Field 'connection_service_name' is required");
  }

  @Test
  void goesAsItIsTold() {
    control(
        """
        {'link_courses':{'slow':{'looks':0,'seconds':60},
           'bad':{'looks':0,'ends':'FAIL','summary':'No such service'},'*':{'looks':0}}}\
        """);
    var slow = path(create("slow"));
    var bad = path(create("bad"));
    var other = path(create("other"));

    assertThat(state(slow)).isEqualTo("CREATING");
    assertThat(state(other)).isEqualTo("OK");
    assertThat(state(bad)).isEqualTo("FAIL");
    assertThat(api.get(bad).data().path("state_summary").asText()).isEqualTo("No such service");
    fixture.sandbox.control().advance(Duration.ofSeconds(61));
    assertThat(state(slow)).isEqualTo("OK");
  }

  @Test
  void isOnlyMarkedForDeletionAndKeepsItsNameMeanwhile() {
    var path = path(create("orders"));

    assertThat(api.delete(path).line()).endsWith("' is marked for deletion");
    assertThat(api.delete(path).line()).endsWith("' is marked for deletion");
    assertThat(create("orders").line())
        .isEqualTo("409 Conflict: Private link with name 'orders' is being deleted");
    assertThat(state(path)).isEqualTo("DESTROYING");
    assertThat(api.get(path).line()).startsWith("404 NotFound: Private link with id '");
    assertThat(api.get("/private-links").data().path("items")).isEmpty();
    assertThat(create("orders").status()).isEqualTo(201);
  }

  @Test
  void isDeletedOnlyOnceItIsSettledWhereThatIsSaid() {
    control("{'families':{'private-links':{'settled_first':true}}}");
    var path = path(create("orders"));
    assertThat(api.delete(path).line())
        .startsWith("409 IllegalState: ")
        .endsWith("' is in state CREATING");
    state(path);
    state(path);
    assertThat(api.delete(path).status()).isEqualTo(200);
  }

  @Test
  void staysWhileItIsUsed() {
    fixture.plant("private_links", "lin", json("{'name':'lin'}"));
    fixture.plant(
        "connections",
        "con",
        json("{'id':'con','service':'postgres','schema':'pg','private_link_id':'lin'}"));

    assertThat(api.delete("/private-links/lin").line())
        .isEqualTo(
            "409 Conflict: Private link with id 'lin' is used by 1 connection(s) and"
                + " 0 destination(s)");
    api.delete("/connections/con");
    assertThat(api.delete("/private-links/lin").status()).isEqualTo(200);
  }

  @Test
  void namesAndNumbersAreLimitedWhereItIsSaid() {
    assertThat(create("orders").status()).isEqualTo(201);
    assertThat(create("orders").status()).isEqualTo(201);
    control("{'families':{'private-links':{'unique_names':true}}}");
    assertThat(create("orders").line())
        .isEqualTo("409 Conflict: Private link with name 'orders' already exists");

    fixture.api.send("PUT", "/_sandbox/quotas", json("{'privateLinksCreatedPerHour':1}"));
    assertThat(create("first").status()).isEqualTo(201);
    var refused = create("second");
    assertThat(refused.line())
        .isEqualTo(
            "429 TooManyRequests: No more than 1 private links created are allowed per hour");
    assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'name':'n','service':'SOURCE_MARS' | Unsupported service 'SOURCE_MARS'",
        "'service':'SOURCE_AWS' | Field 'name' is required",
        "'name':'n','service':'SOURCE_AWS' | Field 'region' is required",
        "'name':'n','service':'SOURCE_AWS','region':'GCP_US_EAST4'"
            + " | Region 'GCP_US_EAST4' is not supported by service 'SOURCE_AWS'",
        "'name':'n','service':'SOURCE_AWS','region':'AWS_EU_NORTH_1'"
            + " | Region 'AWS_EU_NORTH_1' is not supported by service 'SOURCE_AWS'",
        "'name':'n','service':'SOURCE_AWS','region':'AWS_US_EAST_1'"
            + " | Field 'connection_service_name' is required",
        "'name':'n','service':'SOURCE_AWS','region':'AWS_US_EAST_1','config':{'vpce_id':'v'}"
            + " | Field 'vpce_id' is not supported by service 'SOURCE_AWS'",
      })
  void refusesWhatIsNone(String body, String refusal) {
    assertThat(api.post("/private-links", json("{" + body + "}")).line())
        .isEqualTo("400 InvalidInput: " + refusal);
    assertThat(api.get("/private-links").data().path("items")).isEmpty();
  }

  private ApiClient.Answer create(String name) {
    return api.post("/private-links", json("{'name':'" + name + "'," + AWS + "}"));
  }

  private static String path(ApiClient.Answer created) {
    return "/private-links/" + created.data().path("id").asText();
  }

  private String state(String path) {
    return api.get(path).data().path("state").asText();
  }

  private void control(String nodes) {
    assertThat(api.patch("/_sandbox/account", json(nodes)).status()).isEqualTo(200);
  }
}
