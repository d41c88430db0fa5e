package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `ftctl api` makes of answers: lists to their end, failures, and the call beside the answer.
class ApiAnswersTest {

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

  /// B-09.
  @Test
  void readsAListToItsEnd() {
    try (var lab = new Lab()) {
      workspace.reaching(lab.sandbox());
      for (String name : List.of("a", "b", "c")) {
        api("POST groups name=" + name + " --yes");
      }
      lab.forget();

      for (String flag : List.of("--paginate", "--all")) {
        Ran ran = api("GET groups limit==1 " + flag);

        assertThat(ran.json().at("/data/items").findValuesAsText("name"))
            .containsExactly("a", "b", "c");
        assertThat(ran.json().at("/data").has("next_cursor")).isFalse();
      }
      // B-16: the number under which the server finds the call.
      assertThat(api("GET groups limit==1 -v").err())
          .containsPattern("Response: 200 Success in \\d+ ms, X-Request-Id \\S+");
      assertThat(lab.sandbox().requests())
          .hasSize(7)
          .allSatisfy(request -> assertThat(request.query()).contains("limit=1"));
    }
  }

  /// B-10.
  @Test
  void tellsCallAndResponseBesideTheAnswer() {
    Ran ran =
        api("POST webhooks/account url=https://a.example secret=" + ApiTest.SECRET + "2 --yes");

    assertThat(ran.err())
        .isEqualTo(
            "Call: POST /v1/webhooks/account"
                + " {\"url\":\"(secret)\",\"secret\":\"(secret)\"}\n"
                + "Response: 200 Success\n");
    assertThat(account.written().getFirst()).contains(ApiTest.SECRET + "2");
    assertThat(ran.json().at("/data/items").isArray()).isTrue();

    Ran json = api("GET groups --format json");
    assertThat(json.err()).isEmpty();
    assertThat(json.json().at("/data/items/0/name").asText()).isEqualTo("quarry");
  }

  /// B-11.
  @Test
  void failedCallTellsCodeAndMessage() {
    for (Map.Entry<Integer, Integer> each : Map.of(404, 1, 400, 1, 401, 77, 403, 77).entrySet()) {
      account.answers(
          "GET /groups/x",
          each.getKey(),
          "application/json",
          "{'code': 'NotFound_Group', 'message': 'No group x'}");

      Ran ran = api("GET groups/x");

      assertThat(ran.code()).isEqualTo(each.getValue());
      assertThat(ran.err()).contains(" → " + each.getKey() + " NotFound_Group: No group x");
      assertThat(ran.out()).isEmpty();
    }
    account.answers("POST /groups", 503, "application/json", "{'code': 'Down', 'message': 'm'}");
    Ran away = api("POST groups name=a --yes");
    assertThat(away.code()).isEqualTo(69);
    assertThat(away.err()).contains("503 Down: m", "Nobody knows whether it was carried out");
  }

  /// B-14.
  @Test
  void headersAreThoseAndNoOthers() {
    Map<String, String> accepts =
        Map.of(
            "connections/x", "application/json;version=2",
            "connectors/x", "application/json;version=2",
            "connections/x/schemas", "application/json",
            "groups", "application/json");
    accepts.forEach((path, accept) -> {
      api("GET " + path);
      assertThat(account.headers())
          .containsEntry("accept", accept)
          .containsEntry("authorization", "Basic a2V5OmNhbmFyeS1vZi10aGUta2V5")
          .hasEntrySatisfying("user-agent", agent -> assertThat(agent).matches("ftctl/.+"))
          .doesNotContainKey("content-type");
    });
    api("POST groups name=a --yes");
    assertThat(account.headers()).containsEntry("content-type", "application/json");
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
