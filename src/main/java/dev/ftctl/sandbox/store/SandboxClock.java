package dev.ftctl.sandbox.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// The account's time: a base clock and an offset, which grows until another account takes its
/// place.
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

  /// Sets the offset, and gives the one before.
  Duration set(Duration wanted) {
    return offset.getAndSet(wanted);
  }
}
