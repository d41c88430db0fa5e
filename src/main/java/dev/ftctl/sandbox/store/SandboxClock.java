package dev.ftctl.sandbox.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// The account's time: a base clock and an offset that can only grow.
public final class SandboxClock {
  private final Clock base;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public SandboxClock(Clock base) {
    this.base = base;
  }

  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  public void advance(Duration by) {
    offset.accumulateAndGet(by, Duration::plus);
  }
}
