package dev.ftctl.model;

import java.time.Duration;

/// A limit of an account in a rolling window.
///
/// @param limit calls in any window at most; at least one
public record Quota(CallSort sort, long limit, Duration window) {

  public Quota {
    if (limit < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("a quota allows something in some time");
    }
  }

  /// The shortest time in which so many calls can be sent, the first of them at once.
  public Duration leastTime(long calls) {
    return calls <= limit ? Duration.ZERO : window.multipliedBy((calls - 1) / limit);
  }

  /// `20 connections created per minute`.
  @Override
  public String toString() {
    return sort.words(limit) + " per " + unit();
  }

  private String unit() {
    if (window.equals(Duration.ofHours(1))) {
      return "hour";
    }
    return window.equals(Duration.ofMinutes(1)) ? "minute" : window.toMillis() + " ms";
  }
}
