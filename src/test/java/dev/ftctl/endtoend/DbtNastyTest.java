package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.judge.Comment;
import dev.ftctl.testing.judge.Runner;
import dev.ftctl.testing.judge.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// dbt's files are somebody else's word: what they say acts on nothing, and leads nowhere.
class DbtNastyTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_130L);

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() {
    mill = new DriftingMill(folder.resolve("repo"));
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void namesOfDbtActOnNothing() throws IOException {
    var texts = new ArrayList<>(Nasty.TEXTS);
    Collections.shuffle(texts, new Random(SEED));
    Workspace workspace =
        mill.workspace()
            .edit(DriftingMill.FILE, "users: {columns", "users: {enabled: false, columns");
    for (String text : texts.subList(0, Scale.of(3, texts.size()))) {
      workspace.file("dbt.json", JSON.writeValueAsBytes(named(text)));
      for (String format : List.of("text", "markdown", "json")) {
        Ran ran = workspace.succeed("plan", "--dbt-manifest", "dbt.json", "--format", format);

        String name = format + " " + Nasty.TEXTS.indexOf(text);
        assertThat(Screen.acts(ran.all(), false)).as(name).isEmpty();
        assertThat(Runner.commands(ran.all())).as(name).isEmpty();
        if (format.equals("markdown")) {
          assertThat(Comment.faults(ran.out())).as("%s%n%s", name, ran.out()).isEmpty();
        }
      }
    }
  }

  /// Every name but those that tables are found by.
  private static JsonNode named(String text) throws IOException {
    JsonNode json = JSON.readTree(Path.of("src/test/resources/dbt/manifest.json").toFile());
    ((ObjectNode) json.path("metadata")).put("project_name", text);
    for (String part : List.of("nodes", "exposures", "unit_tests", "groups")) {
      for (JsonNode one : json.path(part)) {
        ((ObjectNode) one).put("name", text);
        if (one.has("owner")) {
          ((ObjectNode) one).putObject("owner").put("name", text);
        }
      }
    }
    return json;
  }

  /// A branch that plants a link gets nothing of what it leads to, and nothing written there.
  @Test
  void linksAreNeitherReadNorWritten() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("house"));
    String secret = "version: 2\nsources:\n  - name: grain_public\n    description: canary\n";
    Files.writeString(outside.resolve("s.yml"), secret);
    Path repo = mill.workspace().folder();
    Files.createSymbolicLink(repo.resolve("models"), outside);
    Files.createSymbolicLink(repo.resolve("s.yml"), outside.resolve("s.yml"));
    Files.createDirectories(repo.resolve("own"));
    Files.createSymbolicLink(repo.resolve("own/s.yml"), outside.resolve("s.yml"));

    for (String target : List.of("models", "models/s.yml", "s.yml", "own")) {
      for (String check : List.of("--check", "-q")) {
        Ran ran = mill.workspace().run("generate", "dbt-sources", "-o", target, check);

        assertThat(ran.all()).as(target).doesNotContain("canary");
        assertThat(ran.code())
            .as("%s %s", target, ran)
            .isEqualTo(target.equals("own") ? (check.equals("--check") ? 3 : 0) : 1);
      }
    }
    assertThat(Files.readString(outside.resolve("s.yml"))).isEqualTo(secret);
    assertThat(outside).isDirectoryNotContaining("glob:**grain.yml");
  }
}
