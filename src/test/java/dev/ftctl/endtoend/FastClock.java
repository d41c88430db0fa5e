package dev.ftctl.endtoend;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that begins now and runs so many times faster than time does.
final class FastClock extends Clock {

  private final Instant begin = Instant.now();
  private final long beginNanos = System.nanoTime();
  private final long speed;

  FastClock(long speed) {
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    return begin.plusNanos((System.nanoTime() - beginNanos) * speed);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
