package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.QuickSleeper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of docs/how-to about a repository that runs already, line by line: what they have typed is
/// typed, and prints what they show.
class UseCaseStoriesTest {

  private static final Path PAGES = Path.of("docs/how-to");

  private static final String REFUSED =
      "[{'match': {'method': 'PATCH', 'path': '/connections/%s$'}, 'then': {'status': 400, 'body':"
          + " {'code': 'InvalidInput', 'message': 'The source is locked'}}}]";

  private static final String FILES =
      "{'service': 's3', 'group_id': '%s', 'paused': false, 'sync_frequency': 60, 'config':"
          + " {'schema': 'lake', 'table': '%2$s', 'bucket': 'acme-exports', 'prefix': 'shop/',"
          + " 'pattern': '%2$s_.*\\\\.csv', 'file_type': 'csv', 'role_arn': 'a-role-of-fivetran'}}";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();
  private boolean isOfProd;
  private boolean isMistaken;

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void rotatingASecret() throws Exception {
    Story story = story();

    new ToldPage(story, Map.of()).tell(PAGES.resolve("rotate-a-secret.md"));

    assertThat(story.commands()).hasSizeGreaterThan(6);
  }

  @Test
  void somethingWentWrong() throws Exception {
    Story story = story();

    Map<String, Runnable> events =
        Map.of(
            "Fivetran refuses one of two changes",
            () -> faults(REFUSED.formatted(idOf("stripe"))),
            "When the cause is mended",
            () -> faults("[]"),
            "somebody pauses `stripe@finance`",
            () -> pause(idOf("stripe")),
            "The account may send no more calls",
            () -> quotas("{'requestsPerHour': 3}"),
            "Wait as long as it says",
            () -> quotas("{}"),
            "has repeated its reads",
            () -> faults("[{'match': {'method': 'GET'}, 'then': {'status': 503}}]"),
            "Nothing has to be mended afterwards",
            () -> faults("[]"));
    new ToldPage(story, events).tell(PAGES.resolve("when-something-went-wrong.md"));

    assertThat(story.commands()).hasSizeGreaterThan(10);
  }

  @Test
  void upgrading() throws Exception {
    Story story = story();

    new ToldPage(story, Map.of()).tell(PAGES.resolve("upgrade.md"));

    assertThat(story.commands()).hasSizeGreaterThan(5);
  }

  @Test
  void rewritingSql() throws Exception {
    Story story = story();

    new ToldPage(story, Map.of()).tell(PAGES.resolve("rewrite-sql.md"));

    assertThat(story.commands()).hasSize(5);
  }

  @Test
  void rollingOutInBatches() throws Exception {
    Story story = story();

    Map<String, Runnable> events =
        Map.of("Suppose that the source lets nobody in", () -> failing(idOf("erp")));
    new ToldPage(story, events).tell(PAGES.resolve("roll-out-in-batches.md"));

    assertThat(story.commands()).hasSize(7);
  }

  /// The key of a service account, from the example's first apply to a vault that is away.
  @Test
  void keysOfCi() throws Exception {
    Path project = folder.resolve("acme");
    Workspace.copy(Path.of("examples/keys"), project);
    assertThat(project.resolve("bin/put-secret").toFile().setExecutable(true)).isTrue();
    try (var empty = new Lab()) {
      var story = new Story(project, workspace -> workspace.reaching(empty.sandbox()));

      new ToldPage(story, Map.of("Eleven weeks later", () -> ApiKeyTest.expireIn(empty, 10)))
          .tell(PAGES.resolve("ci-keys.md"));

      assertThat(story.commands()).hasSizeGreaterThan(8);
    }
  }

  /// An agent in a closed network, from the consent to a new login.
  @Test
  void agentInAClosedNetwork() throws Exception {
    Path project = folder.resolve("agents");
    Workspace.copy(Path.of("examples/agents"), project);
    try (var empty = new Lab()) {
      var story = new Story(project, workspace -> workspace.reaching(empty.sandbox()));

      new ToldPage(story, Map.of()).tell(PAGES.resolve("agent-in-a-closed-network.md"));

      assertThat(story.commands()).hasSize(8);
    }
  }

  private void failing(String id) {
    String next = "{'connection': '%s', 'outcome': 'fails'}".formatted(id);
    lab.sandbox().control().nextSync(json(next));
  }

  @Test
  void C18_copyingAConnector() throws Exception {
    Story story = story();

    new ToldPage(story, Map.of()).tell(PAGES.resolve("copy-a-connector.md"));

    assertThat(story.commands()).hasSizeGreaterThan(6);
  }

  @Test
  void C18_consolidatingFileConnectors() throws Exception {
    Story story = story();

    new ToldPage(story, Map.of("somebody has made three connections", this::clickFiles))
        .tell(PAGES.resolve("consolidate-file-connectors.md"));

    assertThat(story.commands()).hasSizeGreaterThan(6);
  }

  @Test
  void C18_movingToAnotherGroup() throws Exception {
    Story story = story();

    new ToldPage(story, Map.of()).tell(PAGES.resolve("move-to-another-group.md"));

    assertThat(story.commands()).hasSizeGreaterThan(6);
  }

  /// Two accounts, each with its own keys.
  @Test
  void havingManyEnvironments() throws Exception {
    try (var prod = new Lab();
        var dev = new Lab()) {
      called(dev, "acme_dev");
      called(prod, "acme_prod");
      var story =
          new Story(
              folder,
              workspace ->
                  workspace
                      .reaching(isOfProd ? prod.sandbox() : dev.sandbox())
                      .with("PROD_API_KEY", prod.sandbox().apiKey())
                      .with("PROD_API_SECRET", prod.sandbox().apiSecret()));

      new ToldPage(story, Map.of("put that of `dev`", () -> isMistaken = true))
          .before(line -> isOfProd = line.contains("--env prod") && !isMistaken)
          .tell(PAGES.resolve("many-environments.md"));

      assertThat(story.commands()).hasSize(6);
    }
  }

  private static void called(Lab lab, String id) {
    lab.sandbox()
        .control()
        .mergeAccount(json("{'account': {'info': {'account_id': '%s'}}}".formatted(id)));
  }

  /// The company in a repository whose only commit was applied.
  private Story story() throws IOException, InterruptedException {
    var story =
        new Story(
            folder, workspace -> workspace.reaching(lab.sandbox()).waitingBy(new QuickSleeper()));
    story
        .workspace()
        .withExamples()
        .file("ftctl.yaml", "account: sandbox_account\nmanifests: [manifests]\n")
        .file(".gitignore", ".ftctl/\n");
    story.console("$ git init -q && git add . && git commit -qm begin");
    story.console("$ ftctl apply --auto-approve --record");
    lab.forget();
    return story;
  }

  private void clickFiles() {
    try (var person = new OtherTool(lab.sandbox())) {
      String group = person.idOf("groups", "name", "analytics_prod");
      for (String table : List.of("carts", "views", "clicks")) {
        person.send("POST", "/connections", FILES.formatted(group, table));
      }
    }
  }

  private String idOf(String schema) {
    try (var person = new OtherTool(lab.sandbox())) {
      return person
          .send("GET", "/connections?schema=" + schema, "")
          .path("items")
          .path(0)
          .path("id")
          .asText();
    }
  }

  private void pause(String id) {
    try (var person = new OtherTool(lab.sandbox())) {
      person.send("PATCH", "/connections/" + id, "{'paused': true}");
    }
  }

  private void faults(String rules) {
    lab.sandbox().control().faults(json(rules));
  }

  private void quotas(String limits) {
    lab.sandbox().control().quotas(json(limits));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
