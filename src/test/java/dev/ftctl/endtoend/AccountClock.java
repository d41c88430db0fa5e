package dev.ftctl.endtoend;

import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.testing.Lab;
import java.time.Duration;

/// Waits by moving the account's clock.
final class AccountClock implements Sleeper {

  private final Lab lab;
  private long nanos;

  AccountClock(Lab lab) {
    this.lab = lab;
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public void sleep(Duration duration) {
    lab.sandbox().control().advance(duration);
    nanos += duration.toNanos();
  }
}
