package dev.ftctl.playground.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// The rate limit: a bucket that starts full and gains ten tokens a second, evenly; each request
/// takes one. Safe for many threads.
public final class TokenBucket {

  /// Tokens a second.
  public static final int REFILL = 10;

  private static final long NANOS_OF_A_SECOND = 1_000_000_000L;

  private final int capacity;
  private final Bucket bucket;

  /// What came of a request.
  ///
  /// @param headers that tell of the bucket; whole seconds, rounded up
  public record Turn(boolean isTaken, Map<String, String> headers) {}

  /// @param nanoTime a clock that never goes back
  public TokenBucket(int capacity, LongSupplier nanoTime) {
    this.capacity = capacity;
    bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(capacity).refillGreedy(REFILL, Duration.ofSeconds(1)))
            .withCustomTimePrecision(meter(nanoTime))
            .build();
  }

  /// Takes a token if there is one.
  public Turn take() {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-RateLimit-Limit", Integer.toString(capacity));
    headers.put("X-RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
    headers.put("X-RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
    if (!probe.isConsumed()) {
      long wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
      headers.put("Retry-After", Long.toString(wait));
    }
    return new Turn(probe.isConsumed(), headers);
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, NANOS_OF_A_SECOND);
  }

  private static TimeMeter meter(LongSupplier nanoTime) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanoTime.getAsLong();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
