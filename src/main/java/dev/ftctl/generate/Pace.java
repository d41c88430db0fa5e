package dev.ftctl.generate;

import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How often a connection brings data, from which follows how old it may be.
///
/// @param every the longest time between the beginnings of two syncs; empty where nobody can tell
/// @param delay how much later than that Fivetran calls it late (`CUSTOM`); zero when not said
/// @param allowed how old its data may become (`metadata.freshness`); zero when not said
public record Pace(Optional<Duration> every, Duration delay, Duration allowed) {

  /// What dbt takes for fresh: a warning after a sync that was missed, an error after what the
  /// manifest allows, else after twice that time. Empty where there is no schedule to go by, and
  /// nothing is allowed.
  public Optional<Value.Mapping> freshness() {
    if (every.isEmpty() && allowed.isZero()) {
      return Optional.empty();
    }
    Duration missed = every.map(time -> time.plus(delay.isZero() ? time : delay)).orElse(allowed);
    Duration error = allowed.isZero() ? missed.multipliedBy(2) : allowed;
    Duration warn = missed.compareTo(error) < 0 ? missed : error;
    Map<String, Value> both = new LinkedHashMap<>();
    both.put("warn_after", period(warn));
    both.put("error_after", period(error));
    return Optional.of(Value.Mapping.of(both));
  }

  /// In the largest unit of dbt that divides it.
  private static Value period(Duration time) {
    long minutes = Math.max(1, time.toMinutes());
    long day = Duration.ofDays(1).toMinutes();
    long hour = Duration.ofHours(1).toMinutes();
    long unit = minutes % day == 0 ? day : minutes % hour == 0 ? hour : 1;
    Map<String, Value> period = new LinkedHashMap<>();
    period.put("count", Value.number(minutes / unit));
    period.put("period", Value.text(unit == day ? "day" : unit == hour ? "hour" : "minute"));
    return Value.Mapping.of(period);
  }

  /// What is written beside the freshness, so that a later run knows whether somebody changed it.
  Map<String, Value> noted() {
    Map<String, Value> noted = new LinkedHashMap<>();
    every.ifPresent(time -> noted.put("sync_frequency", Value.number(time.toMinutes())));
    put(noted, "data_delay_threshold", delay);
    put(noted, "allowed_age", allowed);
    return noted;
  }

  private static void put(Map<String, Value> noted, String name, Duration time) {
    if (!time.isZero()) {
      noted.put(name, Value.number(time.toMinutes()));
    }
  }

  /// The pace that an earlier run noted.
  static Pace of(Spots noted) {
    Optional<Duration> every = noted.minutes("sync_frequency");
    return new Pace(
        every,
        noted.minutes("data_delay_threshold").orElse(Duration.ZERO),
        noted.minutes("allowed_age").orElse(Duration.ZERO));
  }
}
