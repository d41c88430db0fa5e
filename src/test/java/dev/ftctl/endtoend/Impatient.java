package dev.ftctl.endtoend;

import dev.ftctl.fivetran.pacing.Sleeper;
import java.time.Duration;

/// For whom the time that retries wait is over at once.
final class Impatient implements Sleeper {

  private long nanos;

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    nanos += duration.toNanos();
  }
}
