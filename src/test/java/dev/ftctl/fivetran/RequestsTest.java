package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.fivetran.http.RequestHeaders;
import dev.ftctl.fivetran.http.WriteObserver;
import dev.ftctl.fivetran.http.WriteRefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.MissingSecretException;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent.
final class RequestsTest {

  private final ScriptedServer server = new ScriptedServer();
  private final Fixture fixture = new Fixture(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void carriesBasicCredentialsAndAnAgent() {
    fixture.api().connection("iris_oak");

    var asked = server.asked().getFirst();
    String token =
        Base64.getEncoder()
            .encodeToString(("key:" + Fixture.API_SECRET).getBytes(StandardCharsets.UTF_8));
    assertThat(asked.header("Authorization")).contains("Basic " + token);
    assertThat(asked.header("User-Agent")).contains("ftctl/dev");
    assertThat(asked.header("Content-Type")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/connections, application/json;version=2",
    "/v1/connections/iris_oak, application/json;version=2",
    "/v1/connections/iris_oak/state, application/json;version=2",
    "/v1/connections/iris_oak/schemas, application/json",
    "/v1/connections/iris_oak/schemas/public/tables/t, application/json",
    "/v1/connections/iris_oak/certificates, application/json",
    "/v1/connections/schemas, application/json;version=2",
    "/v1/destinations/d/fingerprints/f, application/json",
    "/v1/destinations, application/json;version=2",
    "/v1/groups, application/json",
    "/v1/groups/g/connections, application/json",
  })
  void asksForTheVersionThatEachPathHas(String path, String accept) {
    assertThat(RequestHeaders.accept(path)).isEqualTo(accept);
  }

  @Test
  void sendsAcceptOnce() {
    fixture.api().schemas("iris_oak");
    fixture.api().connection("iris_oak");

    assertThat(server.asked())
        .extracting(asked -> asked.header("Accept").orElse(""))
        .containsExactly("application/json", "application/json;version=2");
  }

  @Test
  void encodesPathValuesInFull() {
    fixture.api().patchTable("id", "a/b c", "100%20+ü?#.{x}", Value.Mapping.EMPTY);

    assertThat(server.asked().getFirst().target())
        .isEqualTo("/v1/connections/id/schemas/a%2Fb%20c/tables/100%2520%2B%C3%BC%3F%23.%7Bx%7D");
  }

  @Test
  void encodesQueryValuesInFull() {
    server.answers(200, ScriptedServer.EMPTY_LIST);

    fixture.api().groupsNamed("a&b=c+d e,f%20");

    assertThat(server.asked().getFirst().target())
        .isEqualTo("/v1/groups?name=a%26b%3Dc%2Bd%20e%2Cf%2520");
  }

  @Test
  void leavesOutACursorThatIsNull() {
    server.answers(200, ScriptedServer.EMPTY_LIST);

    fixture.api().groups(Pages.LIMIT, null);

    assertThat(server.asked().getFirst().target()).isEqualTo("/v1/groups?limit=1000");
  }

  @Test
  void sendsABodyAsJson() {
    var body =
        Fixture.body("name", Value.text("Zoë \"q\""))
            .with("paused", Value.bool(true))
            .with("gone", Value.ABSENT);

    fixture.api().create(body);

    var asked = server.asked().getFirst();
    assertThat(asked.body()).isEqualTo("{\"name\":\"Zoë \\\"q\\\"\",\"paused\":true}");
    assertThat(asked.header("Content-Type")).contains("application/json");
  }

  @Test
  void sendsPatchAndDeleteAndAPostWithoutABody() {
    fixture.api().patchTable("id", "s", "t", Value.Mapping.EMPTY);
    fixture.api().delete("id");
    fixture.api().sync("id");

    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::method)
        .containsExactly("PATCH", "DELETE", "POST");
    assertThat(server.asked().getLast().header("Content-Type")).contains("application/json");
  }

  @Test
  void revealsSecretsOnlyToTheApi() {
    var body = Fixture.body("password", Fixture.secret("env:PW", Optional.of("open sesame")));

    fixture.api().create(body);

    assertThat(server.asked().getFirst().body()).isEqualTo("{\"password\":\"open sesame\"}");
    assertThat(fixture.redaction.mask("open sesame")).isEqualTo("(secret)");
    assertThat(fixture.redaction.mask(Fixture.API_SECRET)).isEqualTo("(secret)");
    assertThat(
            fixture.redaction.mask(server.asked().getFirst().header("Authorization").orElseThrow()))
        .isEqualTo("Basic (secret)");
  }

  @Test
  void sendsNothingWhenASecretIsNotSet() {
    var body = Fixture.body("password", Fixture.secret("env:PW", Optional.empty()));

    assertThatThrownBy(() -> fixture.api().create(body))
        .isInstanceOfSatisfying(
            MissingSecretException.class,
            missing -> assertThat(missing.name()).isEqualTo("env:PW"));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void sendsNoReference() {
    var reference = new Value.Reference(Address.of("group", "finance"), Origin.LIVE);

    assertThatThrownBy(() -> fixture.api().create(Fixture.body("group_id", reference)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("group/finance");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void refusesEveryWriteBeforeAByteIsSent() {
    var reader = new Fixture(server.url(), false, Duration.ofSeconds(10));
    var api =
        reader
            .account
            .forStep(Address.of("connector", "a"), WriteObserver.NONE)
            .api(SampleApi.class);

    assertThatThrownBy(() -> api.create(Value.Mapping.EMPTY))
        .isInstanceOf(WriteRefusedException.class);
    assertThatThrownBy(() -> api.sync("id")).isInstanceOf(WriteRefusedException.class);
    assertThatThrownBy(() -> api.delete("id")).isInstanceOf(WriteRefusedException.class);
    assertThatThrownBy(() -> api.patchTable("a", "b", "c", Value.Mapping.EMPTY))
        .isInstanceOf(WriteRefusedException.class);
    assertThat(server.asked()).isEmpty();
    assertThat(reader.account.requestCount()).isZero();
    assertThat(api.connection("id").entries()).isEmpty();
  }

  @Test
  void writesOneMaskedLineForEachRequest() {
    server.answers(200, ScriptedServer.EMPTY_LIST);

    fixture.api().groups(1000, null);
    fixture.api().groupsNamed(Fixture.API_SECRET);

    assertThat(fixture.wire)
        .containsExactly(
            "GET /v1/groups?limit=1000 → 200 in 0 ms (attempt 1)",
            "GET /v1/groups?name=(secret) → 200 in 0 ms (attempt 1)");
  }
}
