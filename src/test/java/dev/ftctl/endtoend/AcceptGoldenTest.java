package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The faults that a sister tool had when it wrote a workspace back into its files, each as a
/// folder: the project, what was clicked, the project afterwards, and what was printed.
class AcceptGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/accept");
  private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @TempDir Path folder;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(one -> one.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void projectAfterwardsIsAsReviewed(String name) throws IOException, InterruptedException {
    Path home = CASES.resolve(name);
    JsonNode described = YAML.readTree(home.resolve("case.yaml").toFile());
    Workspace.copy(home.resolve("before"), folder);
    try (var lab = new Lab();
        var person = new OtherTool(lab.sandbox())) {
      var workspace = new Workspace(folder).reaching(lab.sandbox()).file(".gitignore", ".ftctl/\n");
      var secrets = new TreeSet<String>();
      described
          .path("environment")
          .properties()
          .forEach(variable -> {
            workspace.with(variable.getKey(), variable.getValue().asText());
            if (variable.getValue().asText().startsWith("canary-")) {
              secrets.add(variable.getValue().asText());
            }
          });
      Repository.commit(folder);
      workspace.succeed("apply", "--auto-approve", "-q", "--journal", "none", "--record");
      described.path("clicks").forEach(click -> click(person, click));
      AcceptJudge.Moment before = AcceptJudge.moment(workspace);

      Ran accepting = workspace.run("drift", "--accept", "--base", "HEAD");

      assertThat(accepting.code()).as("%s", accepting).isEqualTo(described.path("exit").asInt());
      Golden.checkFile(home.resolve("printed.txt"), accepting.all());
      checkFiles(home.resolve("after"));
      var judge = new AcceptJudge(before, accepting, AcceptJudge.moment(workspace));
      assertThat(judge.faults(List.of(), secrets)).as("%s", accepting).isEmpty();
      requireAppliable(workspace, accepting, lab);
    }
  }

  /// What was written down is no burden to the next run.
  private static void requireAppliable(Workspace workspace, Ran accepting, Lab lab) {
    if (accepting.code() == 0) {
      lab.forget();
      workspace.succeed("apply", "--auto-approve", "--strict", "--journal", "none");
      assertThat(lab.writes()).allMatch(call -> call.path().endsWith("/test"));
    }
  }

  private void checkFiles(Path expected) throws IOException {
    Map<String, String> files = new TreeMap<>(AcceptTexts.files(folder));
    files.remove(".gitignore");
    for (var file : files.entrySet()) {
      Golden.checkFile(expected.resolve(file.getKey()), file.getValue());
    }
    assertThat(AcceptTexts.files(expected).keySet()).isEqualTo(files.keySet());
  }

  private static void click(OtherTool person, JsonNode click) {
    String[] line = click.path("send").asText().split(" ", 2);
    Map<String, String> ids = ids(person);
    Matcher named = NAME.matcher(line[1]);
    String path = named.replaceAll(name -> ids.getOrDefault(name.group(1), "no-" + name.group(1)));
    String body = click.has("body") ? click.path("body").toString() : "";
    person.send(line[0], path, body.replace("'", "\\u0027"));
  }

  /// Of what people call things.
  private static Map<String, String> ids(OtherTool person) {
    var ids = new TreeMap<String, String>();
    var groups = new TreeMap<String, String>();
    for (JsonNode group : items(person, "groups")) {
      ids.put(group.path("name").asText(), group.path("id").asText());
      groups.put(group.path("id").asText(), group.path("name").asText());
    }
    for (JsonNode one : items(person, "connections")) {
      String group = groups.getOrDefault(one.path("group_id").asText(), "");
      ids.put(one.path("schema").asText() + "@" + group, one.path("id").asText());
    }
    for (String[] kind :
        new String[][] {{"users", "email"}, {"teams", "name"}, {"webhooks", "url"}}) {
      for (JsonNode one : items(person, kind[0])) {
        ids.put(one.path(kind[1]).asText(), one.path("id").asText());
      }
    }
    return ids;
  }

  private static JsonNode items(OtherTool person, String collection) {
    return person.send("GET", "/" + collection + "?limit=1000", "").path("items");
  }
}
