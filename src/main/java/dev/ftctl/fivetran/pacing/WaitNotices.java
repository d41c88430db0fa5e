package dev.ftctl.fivetran.pacing;

import java.time.Duration;
import java.util.function.Consumer;

/// Tells of waits that a person would notice, now and then. Safe for use by many threads.
final class WaitNotices {

  private static final Duration NOTABLE = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Consumer<String> reader;
  private long quietUntil;
  private boolean isQuiet;

  WaitNotices(Consumer<String> reader) {
    this.reader = reader;
  }

  void tell(Duration wait, String why, long now) {
    if (wait.compareTo(NOTABLE) < 0) {
      return;
    }
    synchronized (this) {
      if (isQuiet && now < quietUntil) {
        return;
      }
      isQuiet = true;
      quietUntil = now + BETWEEN.toNanos();
    }
    reader.accept("waiting " + wait.toSeconds() + " s: " + why);
  }
}
