package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.fivetran.http.AccountUrl;
import dev.ftctl.fivetran.http.WriteObserver;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers, pages, observers, and where the account is.
final class AccountTest {

  private static final Address SUBJECT = Address.of("connector", "orders_db");

  private final ScriptedServer server = new ScriptedServer();
  private final Fixture fixture = new Fixture(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void takesTheEnvelopeOff() {
    server.answers(200, "{\"code\":\"Success\",\"data\":{\"id\":\"iris_oak\",\"n\":1.10}}");

    Value.Mapping data = fixture.api().connection("iris_oak");

    assertThat(data.text("id")).isEqualTo("iris_oak");
    assertThat(data.text("n")).isEqualTo("1.10");
  }

  @Test
  void readsTheAccountOnce() {
    server.answers(
        200, "{\"data\":{\"account_id\":\"a\",\"account_name\":\"Acme\",\"user_id\":\"u\"}}");

    AccountInfo first = fixture.account.info();
    AccountInfo second = fixture.account.forStep(SUBJECT, WriteObserver.NONE).info();

    assertThat(first).isEqualTo(new AccountInfo("a", "Acme", "u")).isSameAs(second);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void readsAllPagesInOrder() {
    server
        .answers(
            200, "{\"data\":{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"next_cursor\":\"a+/=\"}}")
        .answers(200, "{\"data\":{\"items\":[{\"id\":\"3\"}]}}");

    List<Value.Mapping> items = Pages.all(fixture.api()::groups);

    assertThat(items).extracting(item -> item.text("id")).containsExactly("1", "2", "3");
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::target)
        .containsExactly("/v1/groups?limit=1000", "/v1/groups?limit=1000&cursor=a%2B%2F%3D");
  }

  @Test
  void readsNoListThatNeverEnds() {
    server.answers(200, "{\"data\":{\"items\":[],\"next_cursor\":\"a\"}}");

    assertThatThrownBy(() -> Pages.all(fixture.api()::groups))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("the same cursor twice");
    assertThat(server.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"next_cursor\":null", ",\"next_cursor\":\"\""})
  void endsAListThatNamesNoCursor(String cursor) {
    server.answers(200, "{\"data\":{\"items\":[{\"id\":\"1\"}]" + cursor + "}}");

    assertThat(Pages.all(fixture.api()::groups)).hasSize(1);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void tellsTheObserverOfEveryWriteAndOfNoRead() {
    List<String> seen = new ArrayList<>();
    SampleApi api = fixture.account.forStep(SUBJECT, recorder(seen)).api(SampleApi.class);
    server
        .answers(200, ScriptedServer.EMPTY_DATA)
        .answers(429, "{}")
        .answers(201, ScriptedServer.EMPTY_DATA)
        .answers(409, "{\"code\":\"Conflict\",\"message\":\"a sync is running\"}");
    var body = Fixture.body("password", Fixture.secret("env:PW", Optional.of("pw")));

    api.connection("id");
    api.create(body);
    ApiFailure failure = Fixture.failureOf(() -> api.delete("a b"));

    assertThat(failure.status()).isEqualTo(409);
    assertThat(seen)
        .containsExactly(
            "before connector/orders_db POST /v1/connections {\"password\":\"(secret)\"}",
            "after connector/orders_db POST /v1/connections 201",
            "before connector/orders_db DELETE /v1/connections/a%20b ",
            "failed connector/orders_db DELETE /v1/connections/a%20b → 409 Conflict: a sync is"
                + " running");
  }

  @Test
  void masksWhatTheApiEchoes() {
    server.answers(400, "{\"code\":\"InvalidInput\",\"message\":\"bad password hunter2hunter2\"}");
    var body = Fixture.body("password", Fixture.secret("env:PW", Optional.of("hunter2hunter2")));

    ApiFailure failure = Fixture.failureOf(() -> fixture.api().create(body));

    assertThat(failure.message()).isEqualTo("bad password (secret)");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.fivetran.com, https://api.fivetran.com",
    "https://api.fivetran.com/, https://api.fivetran.com",
    "https://api.fivetran.com/v1, https://api.fivetran.com",
    "https://api.fivetran.com/v1/, https://api.fivetran.com",
    "https://proxy.example:8443/fivetran/v1/, https://proxy.example:8443/fivetran",
    "http://127.0.0.1:8080/v1, http://127.0.0.1:8080",
    "http://localhost:80, http://localhost:80",
    "http://[::1]:8080/, http://[::1]:8080",
  })
  void findsTheApiWithOrWithoutItsVersion(URI given, String used) {
    assertThat(AccountUrl.of(given)).isEqualTo(used);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.fivetran.com",
        "http://127.0.0.1.example.com",
        "ftp://127.0.0.1",
        "api.fivetran.com",
        "https:///v1",
        "https://key:hunter2@api.fivetran.com",
        "https://api.fivetran.com?key=hunter2",
      })
  void refusesOtherUrlsWithoutRepeatingCredentials(URI given) {
    assertThatThrownBy(() -> AccountUrl.of(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the API's URL")
        .hasMessageNotContaining("hunter2");
  }

  private static WriteObserver recorder(List<String> seen) {
    return (address, method, path, body) -> {
      String write = address + " " + method + " " + path + " ";
      seen.add("before " + write + body);
      return new WriteObserver.Ending() {
        @Override
        public void answered(int status) {
          seen.add("after " + write + status);
        }

        @Override
        public void failed(ApiFailure failure) {
          seen.add("failed " + address + " " + failure);
        }
      };
    };
  }
}
