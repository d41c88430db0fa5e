package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sql.SourceNames;
import dev.ftctl.sql.SourceTable;
import dev.ftctl.sql.SqlNames;
import dev.ftctl.sql.token.Dialect;
import dev.ftctl.sql.token.Lexer;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.judge.Runner;
import dev.ftctl.testing.judge.Screen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQL files, saved configurations and what an account calls things are somebody else's words.
class SqlNastyTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_130L);

  @TempDir Path folder;

  @Test
  void namesInFilesAndConfigurationsActOnNothing() throws Exception {
    var texts = new ArrayList<>(Nasty.TEXTS);
    Collections.shuffle(texts, new Random(SEED));
    for (String text : texts.subList(0, Scale.of(4, texts.size()))) {
      String name = "\"" + text.replace("\"", "\"\"") + "\"";
      String sql =
          "select a."
              + name
              + " from "
              + name
              + "."
              + name
              + " a, s.t b where b.c = 1\n"
              + text
              + "\n";
      Workspace workspace =
          new Workspace(folder)
              .file("a.sql", sql.getBytes(StandardCharsets.UTF_8))
              .file("names.json", JSON.writeValueAsBytes(configuration(text)));
      for (String line : List.of("--check", "--check --format json", "--format json", "")) {
        var arguments =
            new ArrayList<>(
                List.of(
                    "sql", "rewrite", "a.sql", "--schema", "names.json", "--dialect", "postgres"));
        arguments.addAll(line.isEmpty() ? List.of() : List.of(line.split(" ")));
        Ran ran = workspace.run(arguments.toArray(String[]::new));

        String which = line + " " + Nasty.TEXTS.indexOf(text);
        assertThat(ran.code()).as("%s %s", which, ran).isIn(0, 3, 65);
        assertThat(Screen.acts(ran.all(), false)).as(which).isEmpty();
        assertThat(Runner.commands(ran.all())).as(which).isEmpty();
      }
    }
  }

  private static ObjectNode configuration(String text) {
    ObjectNode whole = JSON.createObjectNode();
    whole
        .putObject("schemas")
        .putObject("s")
        .put("name_in_destination", text)
        .putObject("tables")
        .putObject("t")
        .put("name_in_destination", text)
        .putObject("columns")
        .putObject("c")
        .put("name_in_destination", text);
    return whole;
  }

  /// Whatever an account calls a column, it is one name in the text.
  @Test
  void aNameOfTheDestinationStaysOneName() {
    for (String name :
        List.of("a\"b", "a`b", "a]b", "x; drop table y", "it's", "a--b", "a\\", "`", "\"; --")) {
      var columns = new LinkedHashMap<String, String>();
      columns.put("c", name);
      var names =
          new SourceNames(List.of(new SourceTable("s", "t", "s", "t", columns, true)), false);
      for (Dialect dialect : Dialect.values()) {
        String text = "select c from s.t";
        var read = (SqlNames.Result.Read) SqlNames.rewrite(text, dialect, names);
        String after = read.rewriting().applied(text);

        assertThat(Lexer.of(after, dialect).tokens()).as("%s %s", dialect, after).hasSize(9);
      }
    }
  }
}
