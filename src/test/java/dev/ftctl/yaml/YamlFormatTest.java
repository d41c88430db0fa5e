package dev.ftctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Formatting: the house format, and the laws that it keeps whatever the file.
final class YamlFormatTest {

  private static final long SEED = 20_261_122;

  @Test
  void houseFormatIsTheReviewedOne() throws IOException {
    String crooked = Files.readString(Path.of("src/test/resources/fmt/crooked.yaml"));

    FormattedFile file = YamlFormat.of("crooked.yaml", crooked.getBytes(StandardCharsets.UTF_8));

    assertThat(file.problems()).isEmpty();
    Golden.check("fmt/crooked.yaml", file.after());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\0',
      value = {
        "a:    1 → a: 1",
        "a:\\t1 → a: 1",
        "a : 1 → a: 1",
        "a: 1   # why → a: 1   # why",
        "-   a → - a",
        "a:\\n- b\\n- c → a:\\n  - b\\n  - c",
        "a:\\n    b: 1\\n    # c\\n# d\\ne: 1 → a:\\n  b: 1\\n  # c\\n# d\\ne: 1",
        "-   a: 1\\n    b: 2 → - a: 1\\n  b: 2",
        "a: |\\n      b\\n        c\\n   \\n      d → a: |\\n  b\\n    c\\n\\n  d",
        "a: {b:   1,\\n    c: 2} → a: {b:   1,\\n    c: 2}",
        "a:   {b: 1,\\n      c: 2} → a: {b: 1,\\n    c: 2}",
        "a: 1\\n\\n\\n → a: 1",
        "a: 1\\n\\n\\nb: 2 → a: 1\\n\\n\\nb: 2",
        "a: 'x'\\nb: \"y\" → a: 'x'\\nb: \"y\"",
        "# x\\n  a: 1\\n  b: 2 → # x\\na: 1\\nb: 2",
      })
  void smallThings(String before, String after) {
    assertThat(formatted(unescaped(before) + "\n")).isEqualTo(unescaped(after) + "\n");
  }

  @Test
  void lineEndsOfWindowsAndByteOrderMarksGo() {
    byte[] bytes =
        "\uFEFFkind: Group\r\nmetadata:\r\n  name: a\r\n".getBytes(StandardCharsets.UTF_8);

    FormattedFile file = YamlFormat.of("a.yaml", bytes);

    assertThat(file.isChanged()).isTrue();
    assertThat(file.after()).isEqualTo("kind: Group\nmetadata:\n  name: a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: |+\n  x\n\n\n",
        "a: |\n  x",
        "a: |2\n    x\n",
        "a: |\n  x\n   \n",
        "a: \"x \\\n  y\"\n",
        "a: \"x\\ \n  y\"\n",
        "# only\n\n# comments\n",
        "",
      })
  void whatBlanksMeanStays(String text) {
    String after = formatted(text);

    assertThat(SameMeaning.of(text, after)).isTrue();
    assertThat(formatted(after)).isEqualTo(after);
  }

  @Test
  void brokenFileIsAProblemAtItsPlace() {
    FormattedFile file = YamlFormat.of("a.yaml", "a: 1\n b: 2\n".getBytes(StandardCharsets.UTF_8));

    assertThat(file.isChanged()).isFalse();
    assertThat(file.problems()).extracting(Problem::rule).containsExactly("yaml-syntax");
    assertThat(file.problems().getFirst().place().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("ownFiles")
  void filesOfThisRepositoryAreFormatted(Path path) throws IOException {
    String text = Files.readString(path);

    assertThat(formatted(text)).isEqualTo(text);
  }

  static Stream<Path> ownFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("examples"))) {
      return files
          .filter(path -> path.toString().endsWith(".yaml"))
          .filter(path -> !path.startsWith("examples/kubernetes"))
          .toList()
          .stream();
    }
  }

  /// Each text is one of the corpus, made crooked without a change of meaning, then damaged or not.
  @Test
  void meaningAndCommentsStayAndASecondRunChangesNothing() throws IOException {
    List<String> corpus = corpus();
    var random = new Random(SEED);
    int moved = 0;
    int readable = 0;
    for (int round = 0; round < Scale.of(500, 20_000); round++) {
      String text = YamlMutation.of(corpus.get(random.nextInt(corpus.size())), random);
      List<String> before = said(text);
      if (before.isEmpty()) {
        continue;
      }
      readable++;
      String after = formatted(text);
      assertThat(said(after)).as("seed %d, round %d:\n%s", SEED, round, text).isEqualTo(before);
      assertThat(formatted(after)).as("seed %d, round %d, again", SEED, round).isEqualTo(after);
      moved += after.equals(text) ? 0 : 1;
    }
    assertThat(readable).isGreaterThan(Scale.of(200, 8_000));
    assertThat(moved).isGreaterThan(readable / 2);
  }

  @Test
  void generatedTextsEndInTheHouseFormat() {
    RandomGenerator random = new Random(SEED);
    for (int round = 0; round < Scale.of(500, 20_000); round++) {
      String text = YamlText.of(random);
      List<String> before = said(text);
      assertThat(before).as("seed %d, round %d:\n%s", SEED, round, text).isNotEmpty();

      String after = formatted(text);

      assertThat(said(after)).as("seed %d, round %d:\n%s", SEED, round, text).isEqualTo(before);
      assertThat(formatted(after)).as("round %d, again:\n%s", round, text).isEqualTo(after);
      assertThat(new Reflow(after).text())
          .as("seed %d, round %d is not left as it was:\n%s", SEED, round, text)
          .isEqualTo(after);
    }
  }

  private static List<String> corpus() throws IOException {
    var corpus = new ArrayList<String>();
    for (Path file : ownFiles().toList()) {
      corpus.add(Files.readString(file));
    }
    corpus.add(Files.readString(Path.of("src/test/resources/fmt/crooked.yaml")));
    for (String page : List.of("docs/reference/manifests.md", "docs/how-to/use-in-ci.md")) {
      String text = Files.readString(Path.of(page));
      for (String block : text.split("```yaml\n")) {
        corpus.add(block.split("```", 2)[0]);
      }
    }
    corpus.removeIf(text -> said(text).isEmpty());
    return corpus;
  }

  private static String formatted(String text) {
    FormattedFile file = YamlFormat.of("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    return file.problems().isEmpty() ? file.after() : text;
  }

  /// What a parser that keeps comments reads, without places; empty for a text that it refuses.
  private static List<String> said(String text) {
    var settings = LoadSettings.builder().setParseComments(true).build();
    var said = new ArrayList<String>();
    try {
      for (Event event : new Parse(settings).parseString(text.replace("\r\n", "\n"))) {
        if (!(event instanceof CommentEvent comment)) {
          said.add(event.toString());
        } else if (comment.getCommentType() != CommentType.BLANK_LINE) {
          said.add("# " + comment.getValue().strip());
        }
      }
      return said;
    } catch (YamlEngineException | IndexOutOfBoundsException refused) {
      return List.of();
    }
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }
}
