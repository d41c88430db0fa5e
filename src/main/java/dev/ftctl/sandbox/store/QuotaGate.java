package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Rolling-window limits of an account (API page "rate limiting"). None is enforced unless it was
/// set.
public final class QuotaGate {
  private static final long SHOWN_REQUESTS_PER_HOUR = 20_000;

  private final SandboxClock clock;
  private final Map<Quota, Long> limits = new EnumMap<>(Quota.class);
  private final Map<Quota, Deque<Instant>> spent = new EnumMap<>(Quota.class);

  /// What is counted, in which window; the JSON name is the constant in camel case, as
  /// `setupTestsPerMinute`.
  public enum Quota {
    REQUESTS_PER_HOUR("requests", Duration.ofHours(1)),
    SETUP_TESTS_PER_MINUTE("setup tests", Duration.ofMinutes(1)),
    SETUP_TESTS_PER_HOUR("setup tests", Duration.ofHours(1)),
    SOURCE_INTERACTIONS_PER_MINUTE("source interactions", Duration.ofMinutes(1)),
    SOURCE_INTERACTIONS_PER_HOUR("source interactions", Duration.ofHours(1)),
    CONNECTIONS_CREATED_PER_MINUTE("connections created", Duration.ofMinutes(1)),
    CONNECTIONS_CREATED_PER_HOUR("connections created", Duration.ofHours(1)),
    USERS_CREATED_PER_HOUR("users created", Duration.ofHours(1)),
    PRIVATE_LINKS_CREATED_PER_HOUR("private links created", Duration.ofHours(1));

    private final String what;
    private final Duration window;

    Quota(String what, Duration window) {
      this.what = what;
      this.window = window;
    }

    /// The JSON names of all.
    public static List<String> names() {
      return Arrays.stream(values()).map(Quota::jsonName).toList();
    }

    String jsonName() {
      var words = name().toLowerCase(Locale.ROOT).split("_");
      var camel = new StringBuilder(words[0]);
      for (var i = 1; i < words.length; i++) {
        camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
      }
      return camel.toString();
    }
  }

  public QuotaGate(SandboxClock clock) {
    this.clock = clock;
  }

  /// Sets the limits named in `{"requestsPerHour": 500, …}`, lifts the others and forgets what was
  /// spent.
  public synchronized void set(JsonNode json) {
    limits.clear();
    spent.clear();
    for (var quota : Quota.values()) {
      if (json.path(quota.jsonName()).canConvertToLong()) {
        limits.put(quota, json.path(quota.jsonName()).asLong());
      }
    }
  }

  public synchronized void spend(Quota quota) {
    var now = clock.instant();
    var times = window(quota, now);
    var limit = limits.getOrDefault(quota, Long.MAX_VALUE);
    if (times.size() >= limit) {
      var oldest = times.isEmpty() ? now : times.getFirst();
      var seconds = Math.max(1, Duration.between(now, oldest.plus(quota.window)).toSeconds());
      throw new TooManyRequests(
          "No more than " + limit + " " + quota.what + " are allowed per " + unit(quota), seconds);
    }
    times.addLast(now);
  }

  /// Whether any limit is enforced.
  public synchronized boolean areSet() {
    return !limits.isEmpty();
  }

  public synchronized long requestLimit() {
    return limits.getOrDefault(Quota.REQUESTS_PER_HOUR, SHOWN_REQUESTS_PER_HOUR);
  }

  public synchronized long requestsRemaining() {
    return Math.max(0, requestLimit() - window(Quota.REQUESTS_PER_HOUR, clock.instant()).size());
  }

  private Deque<Instant> window(Quota quota, Instant now) {
    var times = spent.computeIfAbsent(quota, any -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().plus(quota.window).isAfter(now)) {
      times.removeFirst();
    }
    return times;
  }

  private static String unit(Quota quota) {
    return quota.window.equals(Duration.ofHours(1)) ? "hour" : "minute";
  }
}
