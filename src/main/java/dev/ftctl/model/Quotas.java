package dev.ftctl.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The limits that an account has.
public record Quotas(List<Quota> all) {

  public static final Quotas NONE = new Quotas(List.of());

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /// Of a paid account (fivetran-quirks 1.6). Creations of connections are limited by an older
  /// version of the page only; refusals by such a limit are still reported.
  public static final Quotas PAID =
      new Quotas(
          List.of(
              new Quota(CallSort.REQUEST, 20_000, HOUR),
              new Quota(CallSort.SETUP_TEST, 250, MINUTE),
              new Quota(CallSort.SETUP_TEST, 2_500, HOUR),
              new Quota(CallSort.SOURCE_INTERACTION, 500, MINUTE),
              new Quota(CallSort.SOURCE_INTERACTION, 5_000, HOUR),
              new Quota(CallSort.CONNECTION_CREATION, 20, MINUTE),
              new Quota(CallSort.CONNECTION_CREATION, 600, HOUR),
              new Quota(CallSort.USER_CREATION, 500, HOUR),
              new Quota(CallSort.PRIVATE_LINK_CREATION, 5, HOUR)));

  /// Of a trial or free account (fivetran-quirks 1.6).
  public static final Quotas TRIAL =
      new Quotas(
          List.of(
              new Quota(CallSort.REQUEST, 500, HOUR),
              new Quota(CallSort.SETUP_TEST, 50, HOUR),
              new Quota(CallSort.SOURCE_INTERACTION, 25, MINUTE),
              new Quota(CallSort.SOURCE_INTERACTION, 250, HOUR),
              new Quota(CallSort.CONNECTION_CREATION, 1, MINUTE),
              new Quota(CallSort.USER_CREATION, 10, HOUR),
              new Quota(CallSort.PRIVATE_LINK_CREATION, 1, HOUR)));

  public Quotas {
    all = List.copyOf(all);
  }

  /// The one that keeps these calls waiting longest; empty when none does.
  public Optional<Quota> tightest(Calls calls) {
    return all.stream()
        .filter(quota -> quota.leastTime(calls.of(quota.sort())).isPositive())
        .max(Comparator.comparing(quota -> quota.leastTime(calls.of(quota.sort()))));
  }

  /// The shortest time in which these calls can be sent.
  public Duration leastTime(Calls calls) {
    return tightest(calls)
        .map(quota -> quota.leastTime(calls.of(quota.sort())))
        .orElse(Duration.ZERO);
  }
}
