package dev.ftctl.sandbox.people;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Service accounts and the one key that each may have.
class ServiceAccountTest {
  private static final String ROBOT =
      "'user_type':'SERVICE_ACCOUNT','given_name':'CI','family_name':'Deploy',"
          + "'role':'Account Reviewer'";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void isMadeWithoutAnAddressOrAnInvitation() {
    var created = create(ROBOT);
    assertThat(created.line()).isEqualTo("201 Success: User has been created");
    assertThat(created.data().path("user_type").asText()).isEqualTo("SERVICE_ACCOUNT");
    assertThat(created.data().path("email").isNull()).isTrue();
    assertThat(created.data().path("invited").asBoolean()).isFalse();
    assertThat(created.data().path("verified").asBoolean()).isTrue();
    assertThat(create(ROBOT).status()).isEqualTo(201);
    var path = "/users/" + created.data().path("id").asText();

    assertThat(api.patch(path, json("{'family_name':'Robot'}")).data().path("family_name").asText())
        .isEqualTo("Robot");
    assertThat(api.patch(path, json("{'user_type':'REGULAR_USER'}")).line())
        .isEqualTo("400 InvalidInput: Field 'user_type' cannot be modified");
    assertThat(api.patch(path, json("{'user_type':'SERVICE_ACCOUNT'}")).status()).isEqualTo(200);
    assertThat(create("'user_type':'ROBOT','given_name':'a','family_name':'b'").line())
        .isEqualTo("400 InvalidInput: Invalid value 'ROBOT' for field 'user_type'");
    assertThat(create("'given_name':'a','family_name':'b'").line())
        .isEqualTo("400 InvalidInput: Field 'email' is required");
  }

  @Test
  void isListedByItsTypeAndByItsKey() {
    fixture.user("ana@a.test");
    var robot = create(ROBOT).data().path("id").asText();

    assertThat(ids("?user_type=SERVICE_ACCOUNT")).containsExactly(robot);
    assertThat(ids("?user_type=REGULAR_USER")).hasSize(2).doesNotContain(robot);
    assertThat(ids("?has_api_key=true")).containsExactly(fixture.owner());
    assertThat(api.post(keys(robot), "{}").status()).isEqualTo(201);
    assertThat(ids("?has_api_key=true&user_type=SERVICE_ACCOUNT")).containsExactly(robot);
    assertThat(api.get("/users/" + robot).data().path("has_api_key").asBoolean()).isTrue();
  }

  @Test
  void canMakeNoOther() {
    control("{'users':{'" + fixture.owner() + "':{'user_type':'SERVICE_ACCOUNT'}}}");

    assertThat(create(ROBOT).line())
        .isEqualTo("403 Forbidden: A service account cannot create another service account");
    assertThat(create("'email':'a@a.test','given_name':'a','family_name':'b'").status())
        .isEqualTo(201);
    assertThat(api.post(keys(fixture.owner()), "{}").status()).isEqualTo(201);
    assertThat(api.post(keys(fixture.owner()) + "/rotate", "{}").line())
        .isEqualTo("403 Forbidden: A service account cannot rotate an API key");
  }

  @Test
  void hasOneKeyThatIsToldOnceAndRotated() {
    var path = keys(create(ROBOT).data().path("id").asText());
    assertThat(api.get(path).line()).startsWith("404 NotFound: ");
    var created = api.post(path, json("{'expiration_period_days':90}"));
    assertThat(created.line()).isEqualTo("201 Success: User API key has been created");
    var secret = created.data().path("secret").asText();
    assertThat(secret).hasSize(40);
    assertThat(api.post(path, "{}").status()).isEqualTo(409);

    var shown = api.get(path);
    assertThat(shown.line()).isEqualTo("200 Success: User API key has been retrieved");
    assertThat(shown.data().path("key_status").asText()).isEqualTo("ACTIVE");
    assertThat(shown.data().path("key_value")).isEqualTo(created.data().path("key_value"));
    assertThat(shown.json().toString() + fixture.sandbox.control().account())
        .doesNotContain(secret);

    var rotated =
        api.post(path + "/rotate", json("{'expiration_period_days':10,'overlap_days':7}"));
    assertThat(rotated.line()).isEqualTo("200 Success: User API key has been rotated");
    assertThat(rotated.data().path("secret").asText()).hasSize(40).isNotEqualTo(secret);
    assertThat(status(path)).isEqualTo("ACTIVE_GRACE");
    assertThat(api.get(path).data().has("overlap_expires_at")).isTrue();
    fixture.sandbox.control().advance(Duration.ofDays(8));
    assertThat(status(path)).isEqualTo("ACTIVE");
    assertThat(api.get(path).data().has("overlap_expires_at")).isFalse();
    fixture.sandbox.control().advance(Duration.ofDays(3));
    assertThat(status(path)).isEqualTo("EXPIRED");

    assertThat(api.delete(path).line()).isEqualTo("200 Success: User API key has been deleted");
    assertThat(api.delete(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'expiration_period_days':0 | Field 'expiration_period_days' must be between 1 and 365",
        "'expiration_period_days':366 | Field 'expiration_period_days' must be between 1 and 365",
        "'overlap_days':31 | Field 'overlap_days' must be between 0 and 30",
      })
  void lastsNoLongerThanItMay(String body, String refusal) {
    var path = keys(create(ROBOT).data().path("id").asText());
    api.post(path, "{}");

    assertThat(api.post(path + "/rotate", json("{" + body + "}")).line())
        .isEqualTo("400 InvalidInput: " + refusal);
  }

  @Test
  void keyGoesWithItsAccountAndNobodyElseHasOne() {
    var robot = create(ROBOT).data().path("id").asText();
    api.post(keys(robot), "{}");
    assertThat(api.post(keys(fixture.user("ana@a.test")), "{}").line())
        .endsWith(" is no service account");
    assertThat(api.get(keys("none")).line()).startsWith("404 NotFound: User with id 'none'");

    api.delete("/users/" + robot);
    assertThat(fixture.sandbox.control().account().has("user_api_keys")).isFalse();
    control("{'users':{'" + fixture.owner() + "':{'role':'Account Reviewer'}}}");
    assertThat(api.get(keys(robot)).status()).isEqualTo(403);
  }

  private static String keys(String user) {
    return "/users/" + user + "/api-keys";
  }

  private String status(String path) {
    return api.get(path).data().path("key_status").asText();
  }

  private java.util.List<String> ids(String query) {
    return api.get("/users" + query).data().path("items").findValuesAsText("id");
  }

  private ApiClient.Answer create(String body) {
    return api.post("/users", json("{" + body + "}"));
  }

  private void control(String nodes) {
    assertThat(api.patch("/_sandbox/account", json(nodes)).status()).isEqualTo(200);
  }
}
