package dev.ftctl.playground.http;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whole numbers as Python reads them, since the original is written in it: a sign, blanks around,
/// underscores between digits, the decimal digits of any script.
public final class WholeNumber {

  private static final Pattern WRITTEN = Pattern.compile("[+-]?\\p{Nd}+(_\\p{Nd}+)*");

  /// Beyond it Python reads none.
  private static final int MOST_DIGITS = 4300;

  private WholeNumber() {}

  /// Empty for any other text.
  public static Optional<BigInteger> read(String text) {
    String written = text.strip();
    if (!WRITTEN.matcher(written).matches() || written.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    var digits = new StringBuilder();
    written
        .replace("_", "")
        .codePoints()
        .forEach(letter ->
            digits.append(
                Character.isDigit(letter)
                    ? Character.forDigit(Character.digit(letter, 10), 10)
                    : (char) letter));
    return Optional.of(new BigInteger(digits.toString()));
  }
}
