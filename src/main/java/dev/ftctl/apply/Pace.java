package dev.ftctl.apply;

import java.time.Duration;

/// How fast a plan is carried out.
///
/// @param parallelism how many steps run at once at most, at least one
/// @param settle how long the run waits in all for what takes its time (private links); zero for
///   not at all
public record Pace(int parallelism, Duration settle) {

  /// Where nobody says it.
  public static final Duration USUAL_SETTLE = Duration.ofMinutes(15);

  public Pace {
    parallelism = Math.max(1, parallelism);
  }

  /// With so many steps at once, waiting as long as is usual.
  public static Pace of(int parallelism) {
    return new Pace(parallelism, USUAL_SETTLE);
  }
}
