package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Each promise names the tests that hold it, and where it ends.
final class PromisesTest {
  private static final Path PAGE = Path.of("docs/reference/promises.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| (.+) \\| (.*) \\| (.*) \\|$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

  @Test
  void everyPromiseNamesTestsThatExist() {
    CitedTests tests = CitedTests.read();
    List<MatchResult> rows = rows();

    assertThat(rows.stream().map(row -> row.group(1)))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    for (MatchResult row : rows) {
      assertThat(CitedTests.named(row.group(4)))
          .as("promise %s", row.group(1))
          .isNotEmpty()
          .allMatch(tests::exists);
    }
  }

  @Test
  void everyPromiseSaysWhereItEnds() {
    assertThat(rows()).allMatch(row -> row.group(3).length() > 10);
    assertThat(LINK.matcher(CitedTests.text(PAGE)).results().map(link -> link.group(1)))
        .allMatch(target -> Files.exists(PAGE.resolveSibling(target)));
  }

  private static List<MatchResult> rows() {
    return ROW.matcher(CitedTests.text(PAGE)).results().toList();
  }
}
