package dev.ftctl.testing;

import dev.ftctl.fivetran.pacing.Sleeper;
import java.time.Duration;

/// Time in which a pause between attempts is over at once, and everything else takes as long as it
/// takes. Who asks for the time finds that the pause has gone by.
public final class QuickSleeper implements Sleeper {

  private long skipped;

  @Override
  public synchronized long nanoTime() {
    return System.nanoTime() + skipped;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    skipped += duration.toNanos();
  }
}
