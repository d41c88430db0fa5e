package dev.ftctl.sandbox;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.IdWords;
import dev.ftctl.sandbox.store.RequestRecord;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @AfterEach
  void close() {
    fixture.close();
  }

  private HttpRequest.Builder authorized(String method, String path, String body) {
    return api.request(method, path, body)
        .header("Authorization", ApiClient.basic("sandbox_key", "sandbox_secret"));
  }

  @Test
  void refusesAnybodyWithoutTheKey() {
    var none = api.send(api.request("GET", "/groups", ""));
    var wrong =
        api.send(
            api.request("GET", "/groups", "").header("Authorization", ApiClient.basic("a", "b")));
    var bearer =
        api.send(
            api.request("GET", "/groups", "")
                .header("Authorization", "Bearer sandbox_key:sandbox_secret"));

    assertThat(none.line()).isEqualTo("401 Unauthorized: Invalid authorization credentials");
    assertThat(wrong.line()).isEqualTo(none.line());
    assertThat(bearer.line()).isEqualTo(none.line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;version=2",
        "application/json; version=2",
        "*/*",
        "text/html, */*;q=0.1"
      })
  void acceptsEveryWayToAskForJson(String accept) {
    assertThat(api.send(authorized("GET", "/groups", "").header("Accept", accept)).status())
        .isEqualTo(200);
  }

  @Test
  void answersOnlyInJson() {
    var refused = api.send(authorized("GET", "/groups", "").header("Accept", "text/html"));

    assertThat(refused.line()).isEqualTo("406 NotAcceptable: HTTP 406 Not Acceptable");
  }

  @Test
  void takesOnlyJsonButAnyParametersOfIt() {
    var body = json("{'name':'Prod'}");

    assertThat(
            api.send(authorized("POST", "/groups", body).header("Content-Type", "text/plain"))
                .line())
        .isEqualTo("415 UnsupportedMediaType: HTTP 415 Unsupported Media Type");
    assertThat(api.send(authorized("POST", "/groups", body)).status()).isEqualTo(415);
    assertThat(
            api.send(
                    authorized("POST", "/groups", body)
                        .header("Content-Type", "application/json;version=2"))
                .status())
        .isEqualTo(201);
  }

  @Test
  void takesAPostWithoutABodyThatClaimsToBeJson() {
    var group = api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();
    var connection =
        api.post(
            "/connections",
            json("{'group_id':'%s','service':'github','config':{'schema':'a'}}".formatted(group)));

    var forced =
        api.send(
            authorized(
                    "POST", "/connections/" + connection.data().path("id").asText() + "/force", "")
                .header("Content-Type", "application/json"));

    assertThat(forced.status()).isEqualTo(200);
  }

  @Test
  void saysNotFoundForAnUnknownPathAndNotAllowedForAnotherMethod() {
    assertThat(api.get("/nonsense").line()).isEqualTo("404 NotFound: HTTP 404 Not Found");
    assertThat(api.patch("/groups", "{}").line())
        .isEqualTo("405 MethodNotAllowed: HTTP 405 Method Not Allowed");
    assertThat(api.send("PUT", "/groups", "{}").status()).isEqualTo(405);
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    assertThat(api.post("/groups", "{\"name\":").line())
        .isEqualTo("400 InvalidInput: The request body is not valid JSON");
    assertThat(api.post("/groups", "[1]").line())
        .isEqualTo("400 InvalidInput: The request body must be a JSON object");
  }

  @Test
  void servesTheSamePathsWithoutTheirVersionAndWithATrailingSlash() {
    var bare =
        HttpRequest.newBuilder(fixture.sandbox.url().resolve("/groups/"))
            .header("Authorization", ApiClient.basic("sandbox_key", "sandbox_secret"));

    assertThat(api.send(bare).line()).isEqualTo("200 Success: Groups retrieved successfully");
    assertThat(api.get("/groups/").status()).isEqualTo(200);
  }

  @Test
  void decodesSegmentsAfterSplittingThePath() {
    assertThat(api.get("/groups/a%2Fb%20c%2Bd").message())
        .isEqualTo("Group with id 'a/b c+d' does not exist.");
  }

  @Test
  void tellsTheRateLimitOnEveryAnswer() {
    var headers = api.get("/groups").raw().headers();

    assertThat(headers.firstValue("X-Rate-Limit")).contains("20000");
    assertThat(headers.firstValue("X-Rate-Limit-Remaining")).contains("19999");
    assertThat(headers.firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void tellsTheServicesToAnybody() {
    var services = api.send(api.request("GET", "/public/connector-types", ""));

    assertThat(services.line()).isEqualTo("200 Success: Connector metadata retrieved successfully");
    assertThat(services.data().path("items")).hasSize(773);
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(fixture.sandbox.url().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void recordsRequestsWithSecretsHidden() {
    var group = api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();
    var id =
        api.post(
                "/connections",
                json(
                    "{'group_id':'%s','service':'postgres','config':{'schema_prefix':'p','password':'pa55','host':'h'}}"
                        .formatted(group)))
            .data()
            .path("id")
            .asText();
    api.patch(
        "/connections/" + id + "?x=1",
        json("{'config':{'client_private_key':'pa55'},'auth':{'a':{'b':'pa55'}}}"));
    api.post("/groups", "pa55 {");

    var requests = fixture.sandbox.requests();

    assertThat(requests)
        .extracting(RequestRecord::method)
        .containsExactly("POST", "POST", "PATCH", "POST");
    assertThat(requests.get(1).body().path("config").path("password").asText()).isEqualTo("******");
    assertThat(requests.get(1).body().path("config").path("host").asText()).isEqualTo("h");
    assertThat(requests.get(2).body())
        .isEqualTo(
            SandboxCase.parsed(
                json("{'config':{'client_private_key':'******'},'auth':{'a':{'b':'******'}}}")));
    assertThat(requests.get(2).query()).isEqualTo("x=1");
    assertThat(requests.get(2).status()).isEqualTo(200);
    assertThat(requests.toString()).doesNotContain("pa55");
    assertThat(fixture.sandbox.control().account().toString()).doesNotContain("pa55");
  }

  @Test
  void givesEveryObjectAnIdOfItsOwn() {
    var ids = java.util.stream.LongStream.range(0, 60_000).mapToObj(IdWords::id).distinct().count();

    assertThat(ids).isEqualTo(60_000);
  }
}
