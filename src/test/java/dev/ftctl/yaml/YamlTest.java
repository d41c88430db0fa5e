package dev.ftctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTest {

  @Test
  void knowsThePlacesOfKeysAndValues() {
    var spec = mapping("kind: Group\nspec:\n  host: \"db\"\n");

    var inner = (Node.Mapping) spec.get("spec").orElseThrow();

    assertThat(inner.entry("host").orElseThrow().keyPlace())
        .isEqualTo(new SourceLocation("f.yaml", 3, 3, 4));
    assertThat(inner.get("host").orElseThrow().place())
        .isEqualTo(new SourceLocation("f.yaml", 3, 9, 4));
  }

  @Test
  void countsColumnsInCharactersNotInBytes() {
    var spec = mapping("{näme: ü, host: db}\n");

    assertThat(spec.entry("host").orElseThrow().keyPlace().column()).isEqualTo(11);
  }

  @Test
  void readsEveryDocumentOfAFile() {
    YamlFile file = read("# first\n---\na: 1\n---\nb: 2\n---\n");

    assertThat(file.documents()).hasSize(2);
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void keepsTheDocumentsBeforeASyntaxError() {
    YamlFile file = read("a: 1\n---\nb: 2\n---\nc: [\n");

    assertThat(file.documents()).hasSize(2);
    assertThat(file.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0012", "1.10", "no", "14:00", "0777", "+1", "1_000", "2024-01-01"})
  void leavesScalarsAsTheyWereWritten(String written) {
    var spec = mapping("a: " + written + "\n");

    assertThat(((Node.Scalar) spec.get("a").orElseThrow()).text()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "true, a boolean", "False, a boolean", "no, text", "12, a number", "-1.5e3, a number",
        "0x1F, a number",
    "0o17, a number", "0012, text", "~, null", "Null, null", "14:00, text", "1e99999, text"
  })
  void typesScalarsByTheCoreSchema(String written, String what) {
    assertThat(Core.what(written, true)).isEqualTo(what);
  }

  @Test
  void takesQuotedScalarsAsText() {
    var spec = mapping("a: '12'\nb: !!str 12\nc: \"null\"\n");

    assertThat(spec.entries().values()).allMatch(entry -> entry.value().what().equals("text"));
  }

  @Test
  void keepsEveryDigitOfANumber() {
    var number = Core.value("1.10", true, Origin.LIVE);

    assertThat(((Value.Num) number).number().toPlainString()).isEqualTo("1.10");
  }

  @Test
  void resolvesAliasesToWhatTheyRepeat() {
    var spec = mapping("a: &x {host: db}\nb: *x\n");

    assertThat(spec.get("b")).isEqualTo(spec.get("a"));
  }

  @Test
  void mergesMappingsUnderTheKeysThatStandThere() {
    var spec =
        mapping(
            "base: &b {host: db, port: 1}\n"
                + "other: &o {port: 2, user: u}\n"
                + "c: {port: 3, <<: [*b, *o]}\n");

    var merged = (Node.Mapping) spec.get("c").orElseThrow();

    assertThat(merged.entries().keySet()).containsExactly("port", "host", "user");
    assertThat(((Node.Scalar) merged.get("port").orElseThrow()).text()).isEqualTo("3");
  }

  @Test
  void namesBothPlacesOfADuplicateKeyAndGoesOn() {
    YamlFile file = read("a: 1\nb: 2\na: 3\nb: 4\n");

    assertThat(file.problems())
        .extracting(Problem::message)
        .allMatch(message -> message.contains("first in line"));
    assertThat(file.problems()).hasSize(2);
  }

  @Test
  void refusesBillionsOfLaughsQuickly() {
    var bomb = new StringBuilder("a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
    }

    YamlFile file = read(bomb.toString());

    assertThat(file.problems()).extracting(Problem::rule).containsExactly("yaml-size");
  }

  @Test
  void refusesAliasesThatOnlyNestDeep() {
    var chain = new StringBuilder("a0: &a0 [1]\n");
    for (int i = 1; i < 100; i++) {
      chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }

    YamlFile file = read(chain.toString());

    assertThat(file.problems()).extracting(Problem::rule).containsExactly("yaml-depth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void refusesDeepNestingOfEverySort(String opener) {
    YamlFile file = read(opener.repeat(50_000));

    assertThat(file.problems()).hasSize(1).allMatch(problem -> problem.place().isKnown());
  }

  @Test
  void readsAByteOrderMarkAndWindowsLines() {
    YamlFile file = read("\uFEFFa: 1\r\nb: 2\r\n");

    assertThat(((Node.Mapping) file.documents().getFirst()).entries()).containsOnlyKeys("a", "b");
    assertThat(file.lines()).hasSize(2);
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    YamlFile file = Yaml.read("f.yaml", new byte[Yaml.LARGEST + 1]);

    assertThat(file.problems())
        .extracting(Problem::message)
        .containsExactly("the file has 5.0 MB, more than the limit of 5 MB");
  }

  @Test
  void readsAFileOfTheLargestSize() {
    String line = "  - a text that is not short at all, but as long as a line\n";
    String text = "a:\n" + line.repeat(Yaml.LARGEST / line.length() - 1);

    YamlFile file = read(text);

    assertThat(file.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b: c | 1 | 5",
        "a: 'x | 1 | 6",
        "a: [1, 2 | 1 | 9",
        "a: @x | 1 | 4",
        "a: %x | 1 | 4",
        "? [x] : y | 1 | 3",
      })
  void saysWhereTheSyntaxIsWrong(String text, int line, int column) {
    YamlFile file = read(text);

    assertThat(file.problems())
        .extracting(Problem::place)
        .extracting(SourceLocation::line)
        .containsExactly(line);
    assertThat(file.problems())
        .extracting(problem -> problem.place().column())
        .containsExactly(column);
  }

  @Test
  void neverShowsTheTextOfAScalar() {
    var spec = mapping("password: hunter22\n");

    assertThat(spec.toString()).doesNotContain("hunter22");
  }

  private static Node.Mapping mapping(String text) {
    List<Node> documents = read(text).documents();
    return (Node.Mapping) documents.getFirst();
  }

  private static YamlFile read(String text) {
    return Yaml.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
