package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import java.util.stream.Stream;
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
  private static final Pattern TEST =
      Pattern.compile("case `(?<case>[^`]+)`|`(?<type>\\w+)(?:#(?<method>\\w+))?`");

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
    SortedMap<String, String> sources = sources();

    rows()
        .forEach((number, tests) -> {
          List<String> named = TEST.matcher(tests).results().map(found -> found.group()).toList();
          assertThat(named).as(number).isNotEmpty().allMatch(name -> exists(name, sources));
        });
  }

  private static boolean exists(String name, SortedMap<String, String> sources) {
    Matcher test = TEST.matcher(name);
    if (!test.matches()) {
      return false;
    }
    if (test.group("case") != null) {
      return Files.isDirectory(Path.of("src/test/resources/cases", test.group("case")));
    }
    return sources.entrySet().stream()
        .filter(file -> file.getKey().startsWith("src/test"))
        .filter(file -> file.getKey().endsWith("/" + test.group("type") + ".java"))
        .anyMatch(file -> file.getValue().contains("void " + test.group("method") + "("));
  }

  /// The last column of each row, by the number in its first.
  private static SortedMap<String, String> rows() {
    var rows = new TreeMap<String, String>();
    ROW.matcher(read(PAGE))
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
    var sources = new TreeMap<String, String>();
    try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
        Stream<Path> test = Files.walk(Path.of("src/test/java"))) {
      Stream.concat(main, test)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("QuirksTest.java"))
          .forEach(file -> sources.put(file.toString(), read(file)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
