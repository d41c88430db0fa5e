package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `docs/seeds.md` is true: every behaviour of the acceptance list has a row, and what a row calls
/// done has the test that it names, which bears the row's ids.
class SeedsTest {

  private static final Path PAGE = Path.of("docs/seeds.md");
  private static final Pattern ID = Pattern.compile("\\b[ABCLR]-\\d\\d\\b");
  private static final Pattern CODE = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final int COLUMNS = 5;

  /// How many each series of the list has, counted from 01.
  private static final Map<String, Integer> SERIES =
      Map.of("A", 26, "B", 16, "C", 23, "L", 12, "R", 13);

  private static final Map<String, String> TESTS = new HashMap<>();

  private record Row(String job, String command, String tests, String state) {

    List<String> ids() {
      return ID.matcher(job).results().map(MatchResult::group).toList();
    }

    boolean isDone() {
      return state.equals("done");
    }
  }

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        TESTS.merge(name, Files.readString(file), String::concat);
      }
    }
  }

  @Test
  void everyBehaviourHasARow() throws IOException {
    var expected = new TreeSet<String>();
    SERIES.forEach((letter, count) ->
        IntStream.rangeClosed(1, count)
            .forEach(number -> expected.add("%s-%02d".formatted(letter, number))));

    assertThat(rows().stream().flatMap(row -> row.ids().stream()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatIsDoneHasItsTestWhichBearsItsIds() throws IOException {
    var missing = new ArrayList<String>();
    for (Row row : rows()) {
      List<MatchResult> named = CODE.matcher(row.tests()).results().toList();
      if (row.isDone() && (named.isEmpty() || row.command().isBlank())) {
        missing.add(row.job() + ": done, and names no command or no test");
      }
      for (MatchResult test : named) {
        String text = TESTS.getOrDefault(test.group(1), "");
        if (text.isEmpty()
            || test.group(2) != null && !text.contains("void " + test.group(2) + "(")) {
          missing.add(row.job() + ": no " + test.group());
        }
      }
      if (row.isDone()) {
        row.ids().stream()
            .filter(id -> named.stream().noneMatch(test -> bears(test, id)))
            .forEach(id -> missing.add(row.job() + ": no test bears " + id));
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void whatIsNotDoneSaysWhetherItWillBe() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(80);
    assertThat(rows()).allMatch(row -> row.state().matches("done|open|out of scope"));
    assertThat(rows().stream().filter(row -> row.state().equals("out of scope")))
        .allMatch(row -> row.command().isBlank() && row.tests().isBlank());
  }

  /// In the name of a method, where the row names one; else in a row of a table or in the comment
  /// of a test. The range in a class's own comment, `A-01 to A-26`, is none.
  private static boolean bears(MatchResult test, String id) {
    String ofMethods = id.replace("-", "");
    if (test.group(2) != null) {
      return test.group(2).contains(ofMethods);
    }
    String text = TESTS.getOrDefault(test.group(1), "");
    return text.lines()
        .filter(line -> !line.matches(".*[A-Z]-\\d\\d to [A-Z]-\\d\\d.*"))
        .anyMatch(line -> line.contains(id) || line.matches(".*void (\\w*_)?" + ofMethods + "_.*"));
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| 0"))
        .map(line -> line.substring(1, line.lastIndexOf('|')))
        .map(line -> Arrays.stream(line.split("(?<!\\\\)\\|", -1)).map(String::strip).toList())
        .peek(cells -> assertThat(cells).as("%s", cells).hasSize(COLUMNS))
        .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
        .toList();
  }
}
