package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which key is used, of all that are about, and what is said where none is, or the wrong one.
class CredentialsTest {

  /// `vendor-key:vendor-secret`.
  private static final String ENCODED = "dmVuZG9yLWtleTp2ZW5kb3Itc2VjcmV0";

  @TempDir Path folder;
  private final PlayedAccount account = new PlayedAccount();

  @AfterEach
  void close() {
    account.close();
  }

  /// Variables without `FIVETRAN_`, and the pair that is used.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "API_KEY=key-1 API_SECRET=secret-1                                 | key-1:secret-1",
        "APIKEY=key-2 APISECRET=secret-2                                   | key-2:secret-2",
        "API_KEY="
            + ENCODED
            + "                                           | vendor-key:vendor-secret",
        "API_KEY="
            + ENCODED
            + " API_SECRET=                               | vendor-key:vendor-secret",
        "SYNC_API_KEY=key-4 SYNC_API_SECRET=secret-4                       | key-4:secret-4",
        "API_KEY="
            + ENCODED
            + " API_SECRET=secret-1                       | "
            + ENCODED
            + ":secret-1",
        "API_KEY=key-1 API_SECRET=secret-1 APIKEY=key-1 APISECRET=secret-1 | key-1:secret-1",
        "API_KEY= API_SECRET= APIKEY=key-2 APISECRET=secret-2              | key-2:secret-2",
        "API_KEY=key-1 APIKEY=key-2 APISECRET=secret-2                     | key-2:secret-2",
        "API_SECRET=secret-1 SYNC_API_KEY=key-4 SYNC_API_SECRET=secret-4   | key-4:secret-4",
      })
  void pairIsTakenWhole(String variables, String used) {
    Ran plan = workspace(variables).run("plan");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(account.keys()).isNotEmpty().containsOnly(used);
  }

  /// The same, the exit code, and what is said.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                                       | 77 | FIVETRAN_API_KEY is not set",
        "API_KEY= API_SECRET=                   | 77 | FIVETRAN_API_KEY is empty",
        "API_KEY=key-1                          | 77 | FIVETRAN_API_SECRET is not set, and"
            + " FIVETRAN_API_KEY is set",
        "API_KEY=key-1 API_SECRET=              | 77 | FIVETRAN_API_SECRET is empty, and",
        "API_SECRET=secret-1                    | 77 | FIVETRAN_API_KEY is not set, and",
        "API_KEY=key-1 APISECRET=secret-2       | 77 | FIVETRAN_API_SECRET is not set, and",
        "APIKEY=key-2 SYNC_API_SECRET=secret-4  | 77 | FIVETRAN_APISECRET is not set, and",
        "API_KEY=a2V5LW9ubHk=                   | 77 | FIVETRAN_API_SECRET is not set",
        "API_KEY=key-1 API_SECRET=secret-1 APIKEY=key-2 APISECRET=secret-2 | 64 | two different API"
            + " keys are set: FIVETRAN_API_KEY and FIVETRAN_API_SECRET, and FIVETRAN_APIKEY and"
            + " FIVETRAN_APISECRET",
        "API_KEY=" + ENCODED + " SYNC_API_KEY=key-4 SYNC_API_SECRET=secret-4 | 64 | two different",
        "APIKEY=key-2 APISECRET=secret-2 SYNC_API_KEY=key-2 SYNC_API_SECRET=secret-4 | 64 | two"
            + " different",
      })
  void whereNoneIsCertainNothingIsAsked(String variables, int code, String said) {
    Ran plan = workspace(variables == null ? "" : variables).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(code);
    assertThat(plan.err())
        .contains(said)
        .doesNotContain("key-1")
        .doesNotContain("secret-1")
        .doesNotContain("secret-4");
    assertThat(account.keys()).isEmpty();
  }

  @Test
  void firstOfTwoHoldsWhereTheAccountIsPinned() {
    Ran plan =
        workspace("API_KEY=key-1 API_SECRET=secret-1 APIKEY=key-2 APISECRET=secret-2")
            .file("ftctl.yaml", "account: mossy_quarry\nmanifests: [manifests]\n")
            .run("plan");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(account.keys()).containsOnly("key-1:secret-1");
  }

  @Test
  void halfThatIsLeftOutIsTold() {
    Ran plan = workspace("API_KEY=key-1 APIKEY=key-2 APISECRET=secret-2").run("plan");

    assertThat(plan.err())
        .contains(
            "warning: only one of FIVETRAN_API_KEY and FIVETRAN_API_SECRET is set; taken:"
                + " FIVETRAN_APIKEY and FIVETRAN_APISECRET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fivetran': {'api_key': 'file-key', 'api_secret': 'file-secret'}}",
        "{'api_key': 'file-key', 'api_secret': 'file-secret'}",
        "{'API_KEY': 'file-key', 'API_SECRET': 'file-secret\\n'}",
        "{'fivetran_api_key': 'file-key', 'fivetran_api_secret': 'file-secret', 'other': 1}",
      })
  void fileOfAnyShapeComesBeforeTheEnvironment(String json) {
    Ran plan =
        workspace("API_KEY=key-1 API_SECRET=secret-1 APIKEY=key-2 APISECRET=secret-2")
            .file("key.json", json.replace('\'', '"'))
            .run("plan", "--credentials", "key.json");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(account.keys()).isNotEmpty().containsOnly("file-key:file-secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'fivetran': {'api_key': 'hunter2'}}                        | lacks api_secret",
        "{'API_SECRET': 'hunter2'}                                   | lacks API_KEY",
        "{'api_key': 'hunter2', 'API_SECRET': 'hunter2'}             | lacks api_secret",
        "{'key': 'hunter2', 'secret': 'hunter2'}                     | does not hold a key and a"
            + " secret",
        "{'api_key': {'a': 'hunter2'}, 'api_secret': ['hunter2']}    | does not hold a key and a"
            + " secret",
        "['hunter2']                                                 | does not hold a key and a"
            + " secret",
        "hunter2                                                     | is not JSON",
        "{'api_key': 'hunter2', 'api_secret': 'hunter22', 'API_KEY': 'hunter3', 'API_SECRET':"
            + " 'hunter4'} | holds two different pairs",
      })
  void fileThatIsNotUnderstoodIsNotQuoted(String text, String said) {
    Ran plan =
        workspace("API_KEY=key-1 API_SECRET=secret-1")
            .file("key.json", text.replace('\'', '"'))
            .run("plan", "--credentials", "key.json");

    assertThat(plan.code()).as("%s", plan).isEqualTo(65);
    assertThat(plan.err()).contains("key.json " + said).doesNotContain("hunter");
    assertThat(account.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.json", "manifests"})
  void fileThatIsNotThereIsAWrongCommandLine(String file) {
    Ran plan = workspace("").run("plan", "--credentials", file);

    assertThat(plan.code()).as("%s", plan).isEqualTo(64);
    assertThat(plan.err()).contains("the credentials file " + file + " can't be read");
  }

  @Test
  void fileThatNobodyNamedIsNotPickedUp() {
    String pair = "{\"api_key\": \"file-key\", \"api_secret\": \"file-secret\"}";

    Ran plan =
        workspace("")
            .file("config.json", pair)
            .file(".fivetran/credentials.json", pair)
            .run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(77);
  }

  /// Variables, and what is said of a key that Fivetran does not take.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "API_KEY=key-1 API_SECRET=secret-1   | FIVETRAN_API_KEY of 5 characters,"
            + " FIVETRAN_API_SECRET of 8 characters",
        "API_KEY=" + ENCODED + "             | FIVETRAN_API_KEY (Base64) of 10 characters",
        "APIKEY=same-same APISECRET=same-same | FIVETRAN_APISECRET of 9 characters, the same text"
            + " twice",
        "API_KEY=key-1 API_SECRET=********** | FIVETRAN_API_SECRET of 10 characters, a mask",
        "API_KEY=$MY_KEY API_SECRET=secret-1 | FIVETRAN_API_KEY of 7 characters, a placeholder",
      })
  void keyThatIsNotTakenIsDescribedAndNotShown(String variables, String said) {
    account.answers(
        "GET /account/info",
        401,
        "application/json",
        "{'code': 'AuthFailed', 'message': 'bad pair'}");

    Ran plan = workspace(variables).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(77);
    assertThat(plan.err())
        .contains("401 AuthFailed: bad pair\n  used: ")
        .contains(said)
        .doesNotContain("secret-1")
        .doesNotContain("same-same")
        .doesNotContain(ENCODED);
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "/, 0", "/v1, 0", "/v1/, 0"})
  void addressIsTakenWithAndWithoutItsVersion(String end, int code) {
    Ran plan =
        workspace("API_KEY=key-1 API_SECRET=secret-1")
            .with("FIVETRAN_API_URL", account.url() + end)
            .run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://api.fivetran.com", "http://127.0.0.1.evil.org", "http://10.0.0.1"})
  void plainHttpGoesToThisMachineOnly(String url) {
    Ran plan =
        workspace("API_KEY=key-1 API_SECRET=secret-1").with("FIVETRAN_API_URL", url).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(64);
    assertThat(plan.err()).contains("would send the API key in clear");
  }

  private Workspace workspace(String variables) {
    var workspace =
        new Workspace(folder)
            .with("FIVETRAN_API_URL", account.url())
            .file("manifests/m.yaml", "{kind: Group, metadata: {name: quarry}}\n");
    for (String variable : variables.isBlank() ? new String[0] : variables.split(" ", -1)) {
      String[] parts = variable.split("=", 2);
      workspace.with("FIVETRAN_" + parts[0], parts[1]);
    }
    return workspace;
  }
}
