package dev.ftctl.playground.data;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/// When the things were made that a list of `count` has: one an hour, the last an hour ago or more,
/// each later than the one before it.
final class RandomTimes {

  private final Instant now;
  private final int count;
  private final RandomGenerator random;

  RandomTimes(Instant now, int count, RandomGenerator random) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.count = count;
    this.random = random;
  }

  /// @param index from 0
  Instant created(int index) {
    return now.minus(Duration.ofHours((long) count - index)).minus(lessThanAnHour());
  }

  /// May be the same for two of them.
  Instant updated(Instant created) {
    return created.plus(lessThanAnHour());
  }

  private Duration lessThanAnHour() {
    return Duration.ofMinutes(random.nextInt(60)).plusSeconds(random.nextInt(60));
  }
}
