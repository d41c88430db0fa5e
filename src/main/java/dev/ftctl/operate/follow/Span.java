package dev.ftctl.operate.follow;

import java.time.Duration;

/// How long something took, as people say it: `8 s`, `2 min 5 s`, `1 h 20 min`.
///
/// @param duration not negative
public record Span(Duration duration) {

  @Override
  public String toString() {
    long minutes = duration.toMinutes();
    if (minutes == 0) {
      return duration.toSeconds() + " s";
    }
    return minutes < 60
        ? both(minutes, "min", duration.toSecondsPart(), "s")
        : both(duration.toHours(), "h", duration.toMinutesPart(), "min");
  }

  private static String both(long large, String largeUnit, int small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
