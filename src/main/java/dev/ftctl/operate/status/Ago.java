package dev.ftctl.operate.status;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was, in the one unit that says enough: `40 s`, `25 min`, `3 h`, `12 d`.
///
/// @param duration one below zero, of clocks that differ, counts as zero
public record Ago(Duration duration) {

  private static final int ENOUGH = 100;
  private static final int HOURS_OF_TWO_DAYS = 48;

  static Ago between(Instant then, Instant now) {
    return new Ago(Duration.between(then, now));
  }

  @Override
  public String toString() {
    if (duration.isNegative() || duration.toSeconds() < ENOUGH) {
      return Math.max(0, duration.toSeconds()) + " s";
    }
    if (duration.toMinutes() < ENOUGH) {
      return duration.toMinutes() + " min";
    }
    return duration.toHours() < HOURS_OF_TWO_DAYS
        ? duration.toHours() + " h"
        : duration.toDays() + " d";
  }
}
