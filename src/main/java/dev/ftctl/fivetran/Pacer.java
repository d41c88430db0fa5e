package dev.ftctl.fivetran;

import feign.Response;
import java.time.Duration;

/// Spreads requests when the account's hourly quota is nearly used up, and holds all of them when
/// it is used up, for as long as the API asked to wait. Shared by all threads of an account.
///
/// `X-Rate-Limit` and `X-Rate-Limit-Remaining` come with every answer (API page "rate limiting").
final class Pacer {

  static final Duration GAP = Duration.ofMillis(100);

  private static final int FEW = 100;

  private final Sleeper sleeper;
  private long gapNanos;
  private long nextNanos;

  Pacer(Sleeper sleeper) {
    this.sleeper = sleeper;
    this.nextNanos = sleeper.nanoTime();
  }

  /// Returns when the next request may go out.
  void await() throws InterruptedException {
    long wait = reserve();
    if (wait > 0) {
      sleeper.sleep(Duration.ofNanos(wait));
    }
  }

  /// Fewer than one in a hundred left: a tenth of a second between requests. None left without a
  /// 429 means that nobody counts.
  synchronized void heard(Response response) {
    long limit = Headers.number(response, "X-Rate-Limit").orElse(0);
    long remaining = remaining(response);
    gapNanos = remaining > 0 && remaining < limit / FEW ? GAP.toNanos() : 0;
  }

  /// A 429 while some are left is about a smaller quota, such as setup tests, and holds only its
  /// own call.
  synchronized void refused(Response response, Attempt attempt) {
    if (remaining(response) == 0
        && attempt instanceof Attempt.Failed failed
        && failed.mayBeRepeated()) {
      nextNanos = Math.max(nextNanos, sleeper.nanoTime() + failed.pause().toNanos());
    }
  }

  private static long remaining(Response response) {
    return Headers.number(response, "X-Rate-Limit-Remaining").orElse(0);
  }

  private synchronized long reserve() {
    long now = sleeper.nanoTime();
    long slot = Math.max(now, nextNanos);
    nextNanos = slot + gapNanos;
    return slot - now;
  }
}
