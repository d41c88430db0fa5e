package dev.ftctl.apply;

import dev.ftctl.fivetran.Account;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// How long a run waits for what takes its time: all its steps together, from the first that has to
/// wait on. Pauses double from five seconds to a minute. Safe for use by many threads.
final class Patience {

  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 4;

  private final Account account;
  private final Duration most;
  private OptionalLong began = OptionalLong.empty();

  Patience(Account account, Duration most) {
    this.account = account;
    this.most = most;
  }

  /// Pauses before one more look; the last comes when the time is up.
  ///
  /// @param looks of the step so far without this one
  /// @param telling is told how long the run waits at most, before it does
  /// @return false when there is no time left, or the run was stopped
  boolean await(int looks, Consumer<Duration> telling) throws InterruptedException {
    Duration left = left();
    if (!left.isPositive()) {
      return false;
    }
    telling.accept(left);
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(looks, DOUBLINGS));
    Duration longest = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    return account.pause(longest.compareTo(left) < 0 ? longest : left);
  }

  private synchronized Duration left() {
    long now = account.nanoTime();
    if (began.isEmpty()) {
      began = OptionalLong.of(now);
    }
    return most.minusNanos(now - began.getAsLong());
  }
}
