package dev.ftctl.sandbox.keys;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemKeyRoutesTest {
  private static final String READS = "[{'resource_type':'USER','access_level':'READ'}]";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.group("prod");
    fixture.connected("con", "postgres", "pg");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void tellsItsSecretWhenItIsMadeAndRotatedAndNeverElse() {
    var created = create("'name':'ci','expiration_period':'ONE_WEEK','permissions':" + READS);
    assertThat(created.line()).isEqualTo("201 Success: System key has been created");
    var secret = created.data().path("secret").asText();
    assertThat(secret).hasSize(40).isNotEqualTo(created.data().path("key").asText());
    var path = "/system-keys/" + created.data().path("id").asText();

    var details = api.get(path).data();
    assertThat(details.path("key")).isEqualTo(created.data().path("key"));
    assertThat(details.has("secret")).isFalse();
    assertThat(api.get("/system-keys").json().toString() + fixture.sandbox.control().account())
        .doesNotContain(secret);
    assertThat(lasts(details.path("expired_at").asText())).isEqualTo(Duration.ofDays(7));

    var rotated = api.post(path + "/rotate", json("{'expiration_period':'INFINITE'}"));
    assertThat(rotated.line()).endsWith("' has been rotated");
    assertThat(rotated.data().path("secret").asText()).hasSize(40).isNotEqualTo(secret);
    assertThat(rotated.data().path("key")).isEqualTo(details.path("key"));
    assertThat(api.get(path).data().path("expired_at").isNull()).isTrue();

    var permissions = "[{'resource_type':'WEBHOOK','access_level':'MANAGE'}]";
    var changed = api.patch(path, json("{'name':'cd','permissions':" + permissions + "}"));
    assertThat(changed.line()).isEqualTo("200 Success: System key has been updated");
    assertThat(changed.data().path("name").asText()).isEqualTo("cd");
    assertThat(changed.data().path("permissions")).hasSize(1);
    assertThat(changed.data().at("/permissions/0/resource_type").asText()).isEqualTo("WEBHOOK");

    assertThat(api.delete(path).line()).endsWith("' has been deleted");
    assertThat(api.get(path).line()).startsWith("404 NotFound: System key with id '");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'permissions':" + READS + " | Field 'name' is required",
        "'name':'n' | Field 'permissions' is required",
        "'name':'n','expiration_period':'ONE_YEAR' | Invalid value 'ONE_YEAR' for field"
            + " 'expiration_period'",
        "'name':'n','permissions':[{'resource_type':'MOON','access_level':'READ'}]"
            + " | Invalid value 'MOON' for field 'resource_type'",
        "'name':'n','permissions':[{'resource_type':'USER','access_level':'OWN'}]"
            + " | Invalid value 'OWN' for field 'access_level'",
        "'name':'n','permissions':[{'resource_type':'USER','access_level':'READ',"
            + "'resource_filter':{'ids':['con']}}]"
            + " | Field 'ids' is not supported by resource type USER",
        "'name':'n','permissions':[{'resource_type':'DESTINATION','access_level':'READ',"
            + "'resource_filter':{'group_ids':['prod']}}]"
            + " | Field 'group_ids' is not supported by resource type DESTINATION",
        "'name':'n','permissions':[{'resource_type':'CONNECTOR','access_level':'READ',"
            + "'resource_filter':{'ids':['none']}}]"
            + " | 'none' in 'ids' does not exist",
      })
  void refusesWhatIsNone(String body, String refusal) {
    assertThat(create(body).line()).isEqualTo("400 InvalidInput: " + refusal);
    assertThat(api.get("/system-keys").data().path("items")).isEmpty();
  }

  @Test
  void namesMayBeAlikeUnlessItIsSaid() {
    var body = "'name':'ci','permissions':" + READS;
    assertThat(create(body).status()).isEqualTo(201);
    assertThat(create(body).status()).isEqualTo(201);
    control("{'families':{'system-keys':{'unique_names':true}}}");

    assertThat(create(body).line())
        .isEqualTo("409 Conflict: System key with name 'ci' already exists");
  }

  @Test
  void isForAdministratorsAlone() {
    control("{'users':{'" + fixture.owner() + "':{'role':'Account Reviewer'}}}");

    assertThat(api.get("/system-keys").line())
        .isEqualTo("403 Forbidden: Access denied. Required role: Account Administrator");
    assertThat(create("'name':'n','permissions':" + READS).status()).isEqualTo(403);
  }

  private Duration lasts(String end) {
    var now = Instant.parse(fixture.sandbox.control().now());
    return Duration.ofDays(Math.round(Duration.between(now, Instant.parse(end)).toHours() / 24.0));
  }

  private ApiClient.Answer create(String body) {
    return api.post("/system-keys", json("{" + body + "}"));
  }

  private void control(String nodes) {
    assertThat(api.patch("/_sandbox/account", json(nodes)).status()).isEqualTo(200);
  }
}
