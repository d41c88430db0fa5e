package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ftctl api` and secrets: what tells one goes into a new file only, and no other answer holds
/// one.
class ApiSecretsTest {

  @TempDir Path folder;
  private final PlayedAccount account = new PlayedAccount();
  private Workspace workspace;

  @BeforeEach
  void reach() {
    workspace =
        new Workspace(folder)
            .with("FIVETRAN_API_URL", account.url())
            .with("FIVETRAN_API_KEY", "key")
            .with("FIVETRAN_API_SECRET", ApiTest.SECRET)
            .with("FTCTL_QUOTAS", "none")
            .file("note.txt", "two\nlines")
            .file("tree.json", "{\"a\": [1, \"007\"]}")
            .file("broken.json", "{");
  }

  @AfterEach
  void close() {
    account.close();
  }

  /// B-15 and the dry run of B-12.
  @Test
  void curlLineHasNoSecretAndSendsNothing() {
    for (String flag : List.of("--curl", "--dry-run")) {
      Ran ran =
          api("PATCH connections/x paused=true config.password=" + ApiTest.SECRET + " " + flag);

      assertThat(ran.out())
          .isEqualTo(
              "curl -u \"$FIVETRAN_API_KEY:$FIVETRAN_API_SECRET\" -X PATCH"
                  + " -H 'Accept: application/json;version=2' -H 'Content-Type: application/json'"
                  + " --data '{\"paused\":true,\"config\":{\"password\":\"(secret)\"}}' "
                  + account.url()
                  + "/v1/connections/x\n");
      assertThat(ran.all()).doesNotContain(ApiTest.SECRET);
    }
    assertThat(account.sent()).isEmpty();
  }

  /// A number or a truth value is as secret as a text.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "config.password:=471147114711",
        "config.password:=true",
        "config.password:=[471147114711,{\"a\":471147114711}]",
        "auth:={\"client_access\":{\"client_secret\":471147114711}}",
        "anything.api_token:=471147114711"
      })
  void secretIsMaskedWhateverItsType(String field) {
    Ran curl = api("PATCH connections/x " + field + " --curl");
    Ran sent = api("PATCH connections/x " + field + " -v");

    assertThat(curl.out()).contains("(secret)");
    assertThat(curl.all() + sent.all()).doesNotContain("471147114711", "true");
  }

  /// B-16.
  @Test
  void verboseTellsTimeAndNoSecret() {
    account.answers(
        "PATCH /connections/x",
        200,
        "application/json",
        "{'code': 'Ok', 'data': {'a': 'canary-22'}}");

    Ran ran = api("PATCH connections/x auth.client_access.key=canary-22 -vv --yes");

    assertThat(ran.err()).containsPattern("Response: 200 Ok in \\d+ ms");
    assertThat(ran.all())
        .doesNotContain("canary-22", ApiTest.SECRET, "a2V5OmNhbmFyeS1vZi10aGUta2V5");
  }

  /// As people set it for the vendor's assistant server.
  @Test
  void scopeOfTheEnvironmentIsKept() {
    workspace.with("FIVETRAN_SCOPE", "read");
    assertThat(api("GET groups").code()).isZero();
    account.sent().clear();
    Ran refused = api("PATCH groups/x name=a --yes");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("FIVETRAN_SCOPE is 'read'");

    workspace.with("FIVETRAN_SCOPE", "read/write");
    assertThat(api("DELETE groups/x --yes").code()).isEqualTo(4);
    assertThat(account.sent()).isEmpty();
    assertThat(api("PATCH groups/x name=a --yes").code()).isZero();
  }

  @Test
  void projectPinnedToAnotherAccountSendsNothing() {
    workspace.file("ftctl.yaml", "account: other_account\n");

    Ran ran = api("DELETE groups/x --yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(account.sent()).containsExactly("GET /account/info");
  }

  @Test
  void secretToldOnceGoesIntoANewFileOnly() throws Exception {
    account.answersJson(
        "POST /connections/x/connect-card",
        200,
        "{\"code\":\"Success\",\"data\":{\"connect_card\":{\"token\":\"tell-no-one\",\"uri\":\"u\"}}}");
    String call = "POST connectors/x/connect-card --yes";

    Ran refused = api(call);
    assertThat(refused.code()).isEqualTo(64);
    assertThat(refused.err()).contains("tells a secret, once", "-o FILE");
    assertThat(api(call + " --no-rewrite").code()).isEqualTo(64);
    assertThat(api(call + " -o note.txt").code()).isEqualTo(64);
    assertThat(account.sent()).isEmpty();

    Ran ran = api(call + " -o card.json");
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.all()).doesNotContain("tell-no-one");
    assertThat(workspace.read("card.json")).contains("\"token\" : \"tell-no-one\"");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("card.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void fileOfACallThatFailedIsGone() {
    account.answers("GET /groups/x", 404, "application/json", "{'code': 'NotFound'}");

    assertThat(api("GET groups/x -o answer.json").code()).isEqualTo(1);
    assertThat(folder.resolve("answer.json")).doesNotExist();
  }

  @Test
  void otherAnswersHoldNoSuchSecret() {
    account.data(
        "/proxy/x", "{'id': 'x', 'auth_token': 'tell-no-one', 'list': [{'salt': 'tell-no-one'}]}");

    Ran ran = api("GET proxy/x");

    assertThat(ran.out()).contains("\"auth_token\" : \"(secret)\"").doesNotContain("tell-no-one");
    assertThat(ran.err()).contains("-o FILE has all of the answer");

    account.data(
        "/webhooks",
        "{'items': [{'url': 'https://me:tell-no-one@chat.example/hook/tell-no-one'}]}");
    assertThat(api("GET webhooks").out()).contains("\"url\" : \"https://chat.example/(secret)\"");
  }

  private Ran api(String line) {
    return workspace.run(words(line));
  }

  private String[] words(String line) {
    var words = new ArrayList<>(List.of("api"));
    words.addAll(List.of(line.replace("URL", account.url()).split(" ")));
    return words.toArray(String[]::new);
  }
}
