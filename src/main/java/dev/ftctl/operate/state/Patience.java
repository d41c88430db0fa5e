package dev.ftctl.operate.state;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// How long syncs are waited for, and what ends the waiting sooner. Safe for use by many threads.
public final class Patience {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Duration limit;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean isStopped = new AtomicBoolean();

  public Patience(Duration limit) {
    this.limit = limit;
  }

  /// For a signal: what has begun is brought to a good end, and nothing else begins.
  public void stop() {
    isStopped.set(true);
    over.countDown();
  }

  /// Since one of several has failed, after which the others needn't go on.
  void giveUp() {
    over.countDown();
  }

  /// @throws Halt when nothing more is to begin
  void requireGoingOn() {
    if (over.getCount() == 0) {
      throw new Halt(isStopped.get() ? new Trouble.Stopped() : new Trouble.WithAnother());
    }
  }

  Waiting begin() {
    return new Waiting();
  }

  /// One wait, looked after again and again, less and less often.
  final class Waiting {

    private final long begun = System.nanoTime();
    private Duration next = FIRST;

    /// @throws Halt when it lasted long enough, or is not to go on
    void again() {
      Duration left = limit.minusNanos(System.nanoTime() - begun);
      if (left.isNegative() || left.isZero()) {
        throw new Halt(new Trouble.StillSyncing(limit));
      }
      Duration pause = next.compareTo(left) < 0 ? next : left;
      next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
      try {
        if (over.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
          requireGoingOn();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Halt(new Trouble.Stopped());
      }
    }
  }
}
