package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of the further kinds that end nowhere, tell an object twice, or lose one between two
/// pages.
class LyingListsTest {

  private static final String CLAIM = "as the manifests say";

  @TempDir Path folder;
  private Lab lab;
  private Workspace workspace;

  static Stream<String> kinds() {
    return OneOfEach.kinds()
        .filter(KindDefinition::isListedOnDemand)
        .filter(kind -> !kind.slug().equals("account-log"))
        .map(KindDefinition::slug);
  }

  @BeforeEach
  void open() {
    lab = OneOfEach.lab();
    workspace = OneOfEach.in(folder, lab);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aCursorThatComesAgainEndsTheRun(String kind) {
    JsonNode page = page(kind);
    answer(kind, 0, items(page.path("items"), "again"));

    for (String line : List.of("apply --auto-approve", "get " + kind)) {
      Ran ran = workspace.run(line.split(" "));

      assertThat(ran.code()).as("%s", ran).isEqualTo(1);
      assertThat(ran.err()).contains("the same cursor twice").doesNotContain(CLAIM);
    }
    assertThat(lab.writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anObjectThatComesTwiceIsOne(String kind) {
    JsonNode page = page(kind);
    ArrayNode twice = JsonNodeFactory.instance.arrayNode();
    page.path("items").forEach(item -> twice.add(item).add(item.deepCopy()));
    answer(kind, 1, items(twice, ""));

    Ran plan = workspace.succeed("plan");

    assertThat(plan.out()).contains(CLAIM);
  }

  /// The list of users stands for that of API keys, and is read for users as well.
  static Stream<String> ownLists() {
    return kinds().filter(kind -> !OneOfEach.kind(kind).isListedElsewhere());
  }

  /// Whoever makes one looks once more before, or is refused.
  @ParameterizedTest
  @MethodSource("ownLists")
  void whatIsLostBetweenTwoPagesIsNotMadeASecondTime(String kind) {
    JsonNode page = page(kind);
    ArrayNode none = JsonNodeFactory.instance.arrayNode();
    answer(kind, 1, items(none, "next"), items(none, ""));

    Ran applied = workspace.run(OneOfEach.apply());

    assertThat(applied.code()).as("%s", applied).isIn(1, 6);
    assertThat(applied.all()).contains(kind + "/").doesNotContain(CLAIM);
    assertThat(lab.writes()).as("%s", applied).allMatch(write -> write.status() >= 400);
  }

  /// Between its list, which leaves the config out, and its details.
  @ParameterizedTest
  @ValueSource(strings = {"plan", "drift", "apply --auto-approve --settle=0"})
  void aLinkThatGoesWhileItIsReadIsNotThere(String line) {
    JsonNode link = page("private-link").path("items").path(0);
    ObjectNode listed = link.deepCopy();
    listed.remove("config");
    answer("private-link", 1, items(JsonNodeFactory.instance.arrayNode().add(listed), ""));
    ObjectNode account = lab.sandbox().control().account();
    ((ObjectNode) account.path("private_links").path(link.path("id").asText()))
        .put("state", "DESTROYING");
    lab.sandbox().control().replaceAccount(account);

    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.all())
        .as("%s", ran)
        .contains("private-link/one")
        .doesNotContain("unchanged private", CLAIM);
  }

  /// For every command that reads details to tell who is who.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "drift",
        "get transformation-project",
        "outputs transformation-project/g",
        "get transformation",
        "test transformation-project/g --yes",
        "graph --live"
      })
  void whatIsGoneSinceItWasListedIsReadAnew(String line) {
    ArrayNode all = page("transformation-project").path("items").deepCopy();
    all.add(((ObjectNode) all.path(0).deepCopy()).put("id", "ghost_town"));
    answer("transformation-project", 1, items(all, ""));

    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.all()).doesNotContain("ghost_town");
  }

  /// Of what lists go on naming.
  @Test
  void detailsThatAreNotThereAreNotAsTheManifestsSay() {
    lab.forget();
    workspace.succeed("plan");
    List<String> details =
        lab.sandbox().requests().stream()
            .map(request -> request.path().replaceAll("\\?.*", ""))
            .filter(path -> path.matches(".*/[a-z]+_[a-z]+(/.*)?"))
            .distinct()
            .toList();
    assertThat(details).hasSizeGreaterThan(6);
    ObjectNode account = lab.sandbox().control().account();

    for (String path : details) {
      ArrayNode rules = JsonNodeFactory.instance.arrayNode();
      ObjectNode rule = rules.addObject();
      rule.putObject("match").put("method", "GET").put("path", "^" + Pattern.quote(path) + "$");
      rule.putObject("then").put("status", 404);
      lab.sandbox().control().replaceAccount(account);
      lab.sandbox().control().faults(rules);

      Ran plan = workspace.run("plan");

      assertThat(plan.code()).as("%s %s", path, plan).isIn(1, 4, 77);
      assertThat(plan.all()).contains(path).doesNotContain(CLAIM);
    }
  }

  @Test
  void aStateThatNobodyKnowsIsNotFine() {
    ObjectNode listed = page("private-link").path("items").path(0).deepCopy();
    listed.put("state", "SUSPENDED");
    answer("private-link", 0, items(JsonNodeFactory.instance.arrayNode().add(listed), ""));

    Ran plan = workspace.succeed("plan");

    assertThat(plan.out())
        .contains("SUSPENDED, a state that nobody knows", "1 resource is not in order")
        .doesNotContain(CLAIM);
  }

  private static JsonNode items(JsonNode items, String cursor) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("code", "Success");
    ObjectNode data = answer.putObject("data");
    data.set("items", items);
    if (!cursor.isEmpty()) {
      data.put("next_cursor", cursor);
    }
    return answer;
  }

  /// Answers the list of a kind so.
  ///
  /// @param nth of the first; zero for always
  private void answer(String kind, int nth, JsonNode... answers) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < answers.length; i++) {
      ObjectNode rule = rules.addObject();
      ObjectNode match = rule.putObject("match");
      match.put("method", "GET").put("path", "^" + Pattern.quote(path(kind)) + "$");
      if (nth > 0) {
        match.put("nth", nth + i);
      }
      rule.putObject("then").put("status", 200).set("body", answers[i]);
    }
    lab.sandbox().control().faults(rules);
    lab.forget();
  }

  private String path(String kind) {
    lab.forget();
    Wanted.KINDS.ofSlug(kind).reader(lab.account(false)).list();
    return lab.sandbox().requests().stream()
        .map(request -> request.path().replaceAll("\\?.*", ""))
        .filter(path -> !path.startsWith("/v1/account"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode page(String kind) {
    try (var tool = new OtherTool(lab.sandbox())) {
      String query = kind.equals("api-key") ? "?user_type=SERVICE_ACCOUNT&has_api_key=true" : "";
      return tool.send("GET", path(kind).substring("/v1".length()) + query, "");
    }
  }
}
