package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A reader who meets `fivetran-quirks Q33` in a comment finds it in the page of that name, and
/// there the test that holds it.
final class QuirksTest {
  private static final Path PAGE = Path.of("docs/reference/fivetran-quirks.md");
  private static final String NUMBER = "(?:Q\\d+|\\d+(?:[.]\\d+)*)";
  private static final Pattern CITATION =
      Pattern.compile("fivetran-quirks\\s+(" + NUMBER + "(?:(?:,\\s+|–)" + NUMBER + ")*)");
  private static final Pattern QUIRK = Pattern.compile("\\bQ\\d+\\b|fivetran-api");
  private static final Pattern RANGE = Pattern.compile("(Q|(?:\\d+[.])*)(\\d+)–\\1(\\d+)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (" + NUMBER + ") \\|.*\\| (.*) \\|$");

  @Test
  void everyCitationHasARow() {
    assertThat(rows().keySet()).containsAll(cited());
  }

  @Test
  void everyRowIsCited() {
    assertThat(cited()).containsAll(rows().keySet());
  }

  /// A number alone, or another page's name, leads nobody anywhere.
  @Test
  void everyNumberSaysWhereItStands() {
    var alone = new TreeMap<String, String>();
    sources()
        .forEach((file, text) -> {
          Matcher quirk = QUIRK.matcher(CITATION.matcher(comments(text)).replaceAll(""));
          if (quirk.find()) {
            alone.put(file, quirk.group());
          }
        });

    assertThat(alone).isEmpty();
  }

  @Test
  void everyRowNamesATestThatExists() {
    CitedTests written = CitedTests.read();

    rows()
        .forEach((number, tests) ->
            assertThat(CitedTests.named(tests)).as(number).isNotEmpty().allMatch(written::exists));
  }

  /// The last column of each row, by the number in its first.
  private static SortedMap<String, String> rows() {
    var rows = new TreeMap<String, String>();
    ROW.matcher(CitedTests.text(PAGE))
        .results()
        .forEach(row -> assertThat(rows.put(row.group(1), row.group(2))).as(row.group(1)).isNull());
    return rows;
  }

  private static Set<String> cited() {
    return sources().values().stream()
        .flatMap(text -> CITATION.matcher(comments(text)).results())
        .flatMap(citation -> numbers(citation.group(1)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> numbers(String list) {
    var numbers = new ArrayList<String>();
    for (String part : list.split(",\\s+")) {
      Matcher range = RANGE.matcher(part);
      if (range.matches()) {
        int last = Integer.parseInt(range.group(3));
        for (int number = Integer.parseInt(range.group(2)); number <= last; number++) {
          numbers.add(range.group(1) + number);
        }
      } else {
        numbers.add(part);
      }
    }
    return numbers;
  }

  /// The comments of a file, each line put behind the one before it.
  private static String comments(String text) {
    return text.lines()
        .filter(line -> line.contains("//"))
        .map(line -> line.replaceFirst(".*?///?", ""))
        .collect(Collectors.joining(" "));
  }

  private static SortedMap<String, String> sources() {
    var sources = new TreeMap<>(CitedTests.read().sources());
    sources.keySet().removeIf(file -> file.endsWith("QuirksTest.java"));
    return sources;
  }
}
