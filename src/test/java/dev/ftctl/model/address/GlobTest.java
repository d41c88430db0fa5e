package dev.ftctl.model.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Scale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `*` stands for any characters, `?` for one; everything else for itself.
class GlobTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261127);

  @Test
  void matchesWhatTheRegularExpressionMatches() {
    int matched = 0;
    for (int round = 0; round < Scale.of(20_000, 500_000); round++) {
      var random = new Random(SEED + round);
      String pattern = text(random, "ab.*?*");
      String name = text(random, "ab.\n");
      boolean expected = regex(pattern).matcher(name).matches();

      assertThat(new Glob(pattern).matches(name))
          .as("'%s' of '%s', seed %d", pattern, name, SEED + round)
          .isEqualTo(expected);
      matched += expected ? 1 : 0;
    }
    assertThat(matched).isPositive();
  }

  /// A regular expression would try for longer than anybody waits.
  @Test
  @Timeout(5)
  void isQuickWhateverThePattern() {
    assertThat(new Glob("*a".repeat(40) + "b").matches("a".repeat(10_000))).isFalse();
  }

  private static String text(Random random, String letters) {
    return random
        .ints(random.nextInt(8), 0, letters.length())
        .mapToObj(i -> letters.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static Pattern regex(String pattern) {
    String regex =
        pattern
            .chars()
            .mapToObj(letter ->
                switch (letter) {
                  case '*' -> ".*";
                  case '?' -> ".";
                  default -> Pattern.quote(Character.toString(letter));
                })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  @ParameterizedTest
  @CsvSource({"*_prod, true", "?, true", "a?, true", "orders, false", "'', false", "a.b, false"})
  void isTextWithAStarOrAQuestionMark(String text, boolean isGlob) {
    assertThat(Glob.isGlob(text)).isEqualTo(isGlob);
  }

  @ParameterizedTest
  @CsvSource({
    "orders*, orders_eu, true",
    "orders*, orders, true",
    "orders?, orders, false",
    "orders?, orders1, true",
    "a.b, a.b, true",
    "a.b, axb, false",
  })
  void matchesWholeNames(String glob, String name, boolean matches) {
    assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
  }
}
