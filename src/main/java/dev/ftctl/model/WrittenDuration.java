package dev.ftctl.model;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `500ms`, `60s`, `30m`, `6h`, `7d`.
public final class WrittenDuration {

  /// What to write, for messages.
  public static final String EXAMPLES = "30m, 6h or 2d";

  private static final Pattern PARTS = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private WrittenDuration() {}

  /// Empty when it isn't written so.
  public static Optional<Duration> parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  /// The shortest text that means it, in the largest unit without a rest.
  public static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (duration.toMillis() != seconds * 1000) {
      return duration.toMillis() + "ms";
    }
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 != 0 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
  }
}
