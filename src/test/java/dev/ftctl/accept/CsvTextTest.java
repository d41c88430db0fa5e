package dev.ftctl.accept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One cell of a CSV file changes, and not a byte of another.
class CsvTextTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261130);
  private static final List<String> CELLS =
      List.of(
          "", "a", "a b", "x,y", "say \"hi\"", "two\nlines", "\uD83C\uDF3E", "${each.x}", " pad ");
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "a,b          | 1 | 3 | c        | a,c",
        "a,b          | 1 | 1 | c        | c,b",
        "a,b          | 1 | 3 | x,y      | a,^x,y^",
        "^a^,^b^      | 1 | 5 | c        | ^a^,^c^",
        "^a,b^,c      | 1 | 7 | d        | ^a,b^,d",
        "^a^^b^,c     | 1 | 8 | d        | ^a^^b^,d",
        "a,           | 1 | 3 | c        | a,c",
      })
  void cellIsExchanged(String before, int line, int column, String with, String after) {
    var text = new CsvText(before.replace('^', '"'));

    boolean isSet = text.set(line, column, with);

    assertThat(isSet).isTrue();
    assertThat(text.result()).isEqualTo(after.replace('^', '"'));
  }

  @Test
  void twoTextsOfOneCellAreRefused() {
    var text = new CsvText("a,b\nc,d\n");

    assertThat(text.set(2, 3, "x")).isTrue();
    assertThat(text.set(2, 3, "x")).isTrue();
    assertThat(text.set(2, 3, "y")).isFalse();
    assertThat(text.set(3, 1, "y")).isFalse();
    assertThat(text.result()).isEqualTo("a,b\nc,x\n");
  }

  /// Whatever the cells hold, a reader of others finds the new text there and the old ones
  /// elsewhere.
  @Test
  void everyOtherCellStays() throws IOException {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < Scale.of(200, 20_000); round++) {
      String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
      int columns = random.nextInt(2, 5);
      int rows = random.nextInt(1, 5);
      int row = random.nextInt(rows);
      int column = random.nextInt(columns);
      var text = new StringBuilder();
      var expected = new ArrayList<List<String>>();
      int line = 1;
      int[] place = new int[2];
      for (int r = 0; r < rows; r++) {
        var cells = new ArrayList<String>();
        int from = text.length();
        for (int c = 0; c < columns; c++) {
          String cell = CELLS.get(random.nextInt(CELLS.size()));
          text.append(c == 0 ? "" : ",");
          if (r == row && c == column) {
            place[0] = line;
            place[1] = text.codePointCount(from, text.length()) + 1;
          }
          boolean isQuoted = random.nextInt(3) == 0 || !cell.matches("[a-z ]+|[$].*|\\S*");
          isQuoted |= cell.matches("(?s).*[,\"\n].*") || cell.isEmpty() && c == 0;
          text.append(isQuoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
          if (cell.contains("\n")) {
            line++;
            from = text.lastIndexOf("\n") + 1;
          }
          cells.add(cell);
        }
        text.append(lineEnd);
        line++;
        expected.add(cells);
      }
      String with = CELLS.get(random.nextInt(CELLS.size()));
      expected.get(row).set(column, with);
      var csv = new CsvText(text.toString());

      assertThat(csv.set(place[0], place[1], with)).isTrue();

      assertThat(read(csv.result())).as("seed %d: %s", SEED, text).isEqualTo(expected);
    }
  }

  private static List<List<String>> read(String text) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (MappingIterator<String[]> all = CSV.readerFor(String[].class).readValues(text)) {
      while (all.hasNext()) {
        rows.add(List.of(all.next()));
      }
    }
    return rows;
  }
}
