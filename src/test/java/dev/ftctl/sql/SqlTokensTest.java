package dev.ftctl.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.sql.token.Dialect;
import dev.ftctl.sql.token.Lexed;
import dev.ftctl.sql.token.Lexer;
import dev.ftctl.sql.token.Token;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is a name in each dialect, and what only looks like one: `S.T` stands for a table that is
/// `d.u` in the destination.
final class SqlTokensTest {

  private static final Path CASES = Path.of("src/test/resources/sql/tokens.tsv");
  private static final int CASES_OF_A_DIALECT = 40;

  private static final SourceNames NAMES =
      new SourceNames(
          List.of(new SourceTable("S", "T", "d", "u", new LinkedHashMap<>(), true)), false);

  @Test
  void eachDialectTellsNamesFromWhatLooksLikeThem() throws IOException {
    List<String> cases = Files.readAllLines(CASES);
    var golden = new StringBuilder();
    for (String line : cases) {
      String[] cells = line.split("\t", -1);
      String text = text(cells[1]);
      golden.append(cells[0]).append("\n    ").append(cells[1]).append('\n');
      SequencedMap<String, List<String>> results = new LinkedHashMap<>();
      for (Dialect dialect : Dialect.values()) {
        results
            .computeIfAbsent(result(text, dialect), result -> new ArrayList<>())
            .add(dialect.written());
      }
      results.forEach((result, dialects) ->
          golden
              .append("    ")
              .append(shown(result))
              .append("    ")
              .append(
                  dialects.size() == Dialect.values().length ? "all" : String.join(", ", dialects))
              .append('\n'));
    }

    assertThat(cases).hasSizeGreaterThanOrEqualTo(CASES_OF_A_DIALECT);
    Golden.check("sql/tokens.txt", golden.toString());
  }

  private static String result(String text, Dialect dialect) {
    return switch (SqlNames.rewrite(text, dialect, NAMES)) {
      case SqlNames.Result.Read read -> read.rewriting().applied(text);
      case SqlNames.Result.Unreadable flawed ->
          "! " + flawed.flaw().offset() + ": " + flawed.flaw().message();
    };
  }

  private static final Map<String, String> SHOWN = Map.of("⏎", "\n", "␍", "\r", "⌂", "\uFEFF");

  private static String text(String shown) {
    String text = shown;
    for (var letter : SHOWN.entrySet()) {
      text = text.replace(letter.getKey(), letter.getValue());
    }
    return text;
  }

  private static String shown(String text) {
    String shown = text;
    for (var letter : SHOWN.entrySet()) {
      shown = shown.replace(letter.getValue(), letter.getKey());
    }
    return shown;
  }

  @Test
  void destinationsHaveADialectOrNone() {
    var golden = new StringBuilder();
    for (String service : Catalog.bundled().destinationServices()) {
      golden.append(service).append(' ');
      golden.append(Dialect.of(service).map(Dialect::written).orElse("-")).append('\n');
    }

    Golden.check("sql/dialects.txt", golden.toString());
  }

  /// Whatever stands in a file: nothing is lost, and nothing but a flaw ends it.
  @Test
  void tokensTogetherAreTheText() {
    String[] pieces = {
      "'", "\"", "`", "[", "]", "$$", "$a$", "{{", "}}", "{%", "%}", "{#", "#}", "--", "/*", "*/",
      "#", "//", "\\", "\n", "\r", "S", ".", "T", " ", "select", "from", "(", ")", ",", ";", "as",
      "with", "E'", "r'", "@", "&", ":", "1", "\u0000", "Ä", "🦆", "\uD83E", "join", "on", "union",
      "insert", "into", "update", "set", "values", "create", "table", "*", "=", "using", "lateral"
    };
    for (int seed = 0; seed < Scale.of(200, 20_000); seed++) {
      var random = new SplittableRandom(seed);
      var text = new StringBuilder();
      for (int count = random.nextInt(60); count > 0; count--) {
        text.append(pieces[random.nextInt(pieces.length)]);
        text.append(random.nextBoolean() ? " " : "");
      }
      for (Dialect dialect : Dialect.values()) {
        Lexed lexed = Lexer.of(text.toString(), dialect);
        var together = new StringBuilder();
        for (Token token : lexed.tokens()) {
          assertThat(token.start()).as("seed %d", seed).isEqualTo(together.length());
          together.append(text, token.start(), token.end());
        }
        int end = lexed.flaw().map(flaw -> flaw.offset()).orElse(text.length());
        assertThat(together.toString()).as("seed %d", seed).isEqualTo(text.substring(0, end));
        assertThatCode(() -> result(text.toString(), dialect))
            .as("seed %d, %s: %s", seed, dialect, text)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void bracketsWithoutEndAreAFlawAndNoCrash() {
    assertThat(result("select " + "(".repeat(100_000), Dialect.POSTGRES)).startsWith("! ");
    assertThat(result("(select 1 from ".repeat(100_000), Dialect.SNOWFLAKE)).startsWith("! ");
  }
}
