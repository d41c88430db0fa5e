package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `ftctl init` in a folder that holds something: what is missing is written, what is there stays.
class InitMergeTest {

  private static final String GITHUB = "git@github.com:acme/data.git";
  private static final String GITLAB = "https://gitlab.example.com/acme/data.git";

  private static final List<String> COMMON =
      List.of(
          ".gitattributes",
          ".gitignore",
          ".vscode/settings.json",
          "ftctl.yaml",
          "schemas/environment.schema.json",
          "schemas/ftctl.schema.json",
          "schemas/project.schema.json",
          "schemas/test.schema.json");

  private static final List<String> OF_GITHUB =
      List.of(
          ".github/workflows/ftctl-apply.yml",
          ".github/workflows/ftctl-drift.yml",
          ".github/workflows/ftctl-plan.yml");

  private static final List<String> OF_GITLAB = List.of(".gitlab-ci.yml");

  /// What may stand in a repository before, each as its owner wrote it.
  private static final Map<String, String> STANDING =
      Map.ofEntries(
          Map.entry("README.md", "# Data\n"),
          Map.entry("ftctl.yaml", "manifests: [mine]\n"),
          Map.entry("manifests/mine.yaml", "kind: Group\nmetadata: {name: mine}\n"),
          Map.entry(".gitignore", "target/\r\n*.log"),
          Map.entry(".gitattributes", "* text=auto\n"),
          Map.entry(".vscode/settings.json", "{\"editor.tabSize\": 2}\n"),
          Map.entry(".github/workflows/ftctl-plan.yml", "name: mine\n"),
          Map.entry(".github/workflows/ftctl-apply.yml", "name: mine\n"),
          Map.entry(".github/workflows/ftctl-drift.yml", "name: mine\n"),
          Map.entry(".gitlab-ci.yml", "stages: [mine]\n"),
          Map.entry("schemas/ftctl.schema.json", "{}\n"));

  @TempDir Path folder;

  record Row(List<String> standing, String origin, List<String> workflows) {}

  static Stream<Row> rows() {
    var rows = new ArrayList<Row>();
    var origins = new LinkedHashMap<String, List<String>>();
    origins.put(GITHUB, OF_GITHUB);
    origins.put(GITLAB, OF_GITLAB);
    origins.put("https://git.example.com/data.git", List.of());
    origins.put("", OF_GITHUB);
    origins.forEach((origin, workflows) -> {
      rows.add(new Row(List.of(), origin, workflows));
      STANDING.keySet().stream()
          .sorted()
          // What stands there and where it comes from are two things.
          .filter(file ->
              Scale.of(origin.equals(GITHUB) ? 1 : 0, 1) == 1 || file.equals(".gitlab-ci.yml"))
          .forEach(file -> rows.add(new Row(List.of(file), origin, workflows)));
      rows.add(new Row(List.copyOf(STANDING.keySet()), origin, workflows));
    });
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void writesWhatIsMissingAndLeavesWhatIsThere(Row row) throws Exception {
    var workspace = new Workspace(folder);
    if (!row.origin().isEmpty()) {
      origin(folder, row.origin());
    }
    row.standing().forEach(file -> workspace.file(file, standing(file)));
    if (row.standing().contains("ftctl.yaml")) {
      workspace.file("mine/g.yaml", "kind: Group\nmetadata: {name: mine}\n");
    }

    Ran ran = workspace.succeed("init", "--format", "json");
    Ran valid = workspace.run("validate", "--strict");
    Ran again = workspace.succeed("init", "--format", "json");

    Stream.of(COMMON, row.workflows())
        .flatMap(List::stream)
        .forEach(file -> assertThat(folder.resolve(file)).exists());
    assertThat(Files.exists(folder.resolve("manifests/orders.yaml")))
        .isEqualTo(row.standing().isEmpty());
    for (String file : row.standing()) {
      boolean gains = file.equals(".gitignore") || file.equals(".gitattributes");
      assertThat(workspace.read(file)).startsWith(standing(file));
      assertThat(workspace.read(file).equals(standing(file))).as(file).isNotEqualTo(gains);
      assertThat(texts(ran.json().path("written"), "")).doesNotContain(file);
    }
    assertThat(valid.code()).as("%s", valid).isZero();
    assertThat(again.json().path("written")).isEmpty();
    assertThat(again.json().path("added")).isEmpty();
  }

  @Test
  void saysWhatItAddedAndWhatToAdd() throws Exception {
    var workspace = new Workspace(folder);
    origin(folder, GITLAB);
    List.of(".gitignore", ".vscode/settings.json", ".gitlab-ci.yml", "README.md")
        .forEach(file -> workspace.file(file, standing(file)));

    Ran ran = workspace.succeed("init");

    assertThat(ran.out())
        .contains(
            "Added to .gitignore:\n",
            "  .ftctl/\n",
            "Left as it is: .vscode/settings.json. Add to it what it lacks of:\n  {\n",
            "\"./schemas/test.schema.json\"",
            "Left as it is: .gitlab-ci.yml. Add to it what it lacks of:\n",
            "  manifests/README.md\n")
        .doesNotContain("README.md.", "orders.yaml");
    assertThat(workspace.read(".gitignore"))
        .isEqualTo(
            String.join(
                "\r\n",
                "target/",
                "*.log",
                "",
                "# The simulated account, what ftctl keeps for itself, and values of secrets.",
                ".ftctl/",
                ".env",
                ""));
  }

  @ParameterizedTest
  @CsvSource({"/.ftctl", ".ftctl/", ".ftctl"})
  void lineThatMeansTheSameIsThere(String line) {
    var workspace = new Workspace(folder).file(".gitignore", line + "\n.env\n");

    workspace.succeed("init");

    assertThat(workspace.read(".gitignore")).isEqualTo(line + "\n.env\n");
  }

  @ParameterizedTest
  @CsvSource({
    "github, .github/workflows/ftctl-plan.yml, true",
    "gitlab, .gitlab-ci.yml, true",
    "none, .github, false",
    "GitLab, .gitlab-ci.yml, true"
  })
  void flagSaysWhoseWorkflows(String ci, String file, boolean isThere) throws Exception {
    origin(folder, "https://git.example.com/data.git");

    Ran ran = new Workspace(folder).succeed("init", "--ci", ci);

    assertThat(Files.exists(folder.resolve(file))).isEqualTo(isThere);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void otherHostsAreTold() throws Exception {
    origin(folder, "https://git.example.com/data.git");

    Ran ran = new Workspace(folder).succeed("init");

    assertThat(ran.err()).contains("neither on GitHub nor on GitLab; --ci says which");
  }

  @Test
  void unreadableFileStopsItBeforeAnythingIsWritten() {
    var workspace = new Workspace(folder).file(".gitignore", new byte[] {(byte) 0xff});

    Ran ran = workspace.run("init");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("nothing was written, since .gitignore can't be read");
    assertThat(Files.exists(folder.resolve("ftctl.yaml"))).isFalse();
  }

  /// An account is adopted: its manifests come from it, and nothing to try is beside them.
  @Test
  void accountIsExportedIntoIt() throws Exception {
    var workspace = new Workspace(folder).withExamples();
    workspace.succeed("apply", "--sandbox", "--auto-approve", "manifests");
    Workspace.copy(folder.resolve(".ftctl"), folder.resolve("new/.ftctl"));
    var fresh = new Workspace(folder.resolve("new"));

    Ran ran = fresh.succeed("init", "--from-account", "--sandbox", "--format", "json");
    String apply = fresh.read(".github/workflows/ftctl-apply.yml");
    fresh
        .read(".env.example")
        .lines()
        .filter(line -> line.matches("[A-Z].*=.*"))
        .map(line -> line.replaceFirst("=.*", ""))
        .peek(name -> assertThat(apply).contains("  " + name + ": ${{ secrets." + name + " }}\n"))
        .forEach(name -> fresh.with(name, "https://example.com/" + name));
    Ran valid = fresh.run("validate");
    Ran planned = fresh.run("plan", "--sandbox", "--detailed-exitcode");

    assertThat(ran.json().path("export").path("written").size()).isGreaterThan(10);
    assertThat(fresh.read("ftctl.yaml")).contains("account: sandbox_account");
    assertThat(Files.exists(fresh.folder().resolve("manifests/orders.yaml"))).isFalse();
    assertThat(valid.code()).as("%s", valid).isZero();
    // The account does not tell the urls of webhooks, which may be tokens.
    assertThat(planned.out()).contains("Plan: 2 create, 0 update, 0 replace, 0 delete, 0 move");
    assertThat(planned.out()).contains("+ create   webhook/").doesNotContain("connector/");
  }

  private static List<String> texts(JsonNode list, String member) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add((member.isEmpty() ? item : item.path(member)).asText()));
    return texts;
  }

  private static String standing(String file) {
    return Objects.requireNonNull(STANDING.get(file), file);
  }

  private static void origin(Path folder, String url) throws Exception {
    Repository.git(folder, "init", "-q");
    Repository.git(folder, "remote", "add", "origin", url);
  }
}
