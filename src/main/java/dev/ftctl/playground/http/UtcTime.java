package dev.ftctl.playground.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as `2024-09-22T12:15:33Z`. All but the year may have one digit, and the letters may be
/// small, since the original's parser takes that; years begin at 0001.
public final class UtcTime {

  private static final String ONE_OR_TWO = "(\\d{1,2})";
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4})-N-NTN:N:NZ".replace("N", ONE_OR_TWO), Pattern.CASE_INSENSITIVE);

  private UtcTime() {}

  /// Empty for any other text, and for days and hours that there aren't.
  public static Optional<Instant> read(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches() || number(written, 1) == 0) {
      return Optional.empty();
    }
    try {
      var time =
          LocalDateTime.of(
              number(written, 1),
              number(written, 2),
              number(written, 3),
              number(written, 4),
              number(written, 5),
              number(written, 6));
      return Optional.of(time.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static int number(Matcher written, int group) {
    return Integer.parseInt(written.group(group));
  }
}
