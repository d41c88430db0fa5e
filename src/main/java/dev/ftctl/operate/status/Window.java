package dev.ftctl.operate.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A time that histories are told of.
///
/// @param length at most [#LONGEST]
public record Window(Instant end, Duration length) {

  /// What the API tells at once (fivetran-quirks 2.4.4).
  public static final Duration LONGEST = Duration.ofDays(7);

  public Window {
    end = end.truncatedTo(ChronoUnit.SECONDS);
  }

  Instant start() {
    return end.minus(length);
  }
}
