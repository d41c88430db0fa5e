package dev.ftctl.operate.status;

import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What became of a connection's syncs in a window of time.
public sealed interface History {

  /// It could not be read, so nothing is known of it.
  record Unread(ApiException why) implements History {}

  /// @param runs all that began
  /// @param succeeded of these
  /// @param failed of these; the others run, were cancelled or wait for their source's quota
  /// @param median how long those took that succeeded; empty when none did
  /// @param longest of those
  /// @param megabytes loaded, where the API tells it
  record Read(
      int runs,
      int succeeded,
      int failed,
      Optional<Duration> median,
      Optional<Duration> longest,
      Optional<BigDecimal> megabytes)
      implements History {

    /// In percent of those that ended either way; empty when none did.
    public Optional<Integer> rate() {
      int ended = succeeded + failed;
      // One failure in a thousand must not read as none.
      return ended == 0 ? Optional.empty() : Optional.of(succeeded * 100 / ended);
    }
  }

  Set<String> SUCCESS = Set.of("SUCCESSFUL", "SUCCESS", "SUCCEEDED", "COMPLETED");

  /// @param syncs as the API tells them
  static Read of(List<Value.Mapping> syncs) {
    List<Value.Mapping> successes =
        syncs.stream().filter(sync -> SUCCESS.contains(state(sync))).toList();
    long failed = syncs.stream().filter(sync -> state(sync).startsWith("FAIL")).count();
    List<Duration> took =
        successes.stream().map(History::took).flatMap(Optional::stream).sorted().toList();
    return new Read(
        syncs.size(),
        successes.size(),
        (int) failed,
        took.isEmpty() ? Optional.empty() : Optional.of(took.get((took.size() - 1) / 2)),
        took.isEmpty() ? Optional.empty() : Optional.of(took.getLast()),
        successes.stream().map(History::loaded).flatMap(Optional::stream).reduce(BigDecimal::add));
  }

  private static String state(Value.Mapping sync) {
    return sync.text("status").toUpperCase(Locale.ROOT);
  }

  private static Optional<Duration> took(Value.Mapping sync) {
    try {
      Duration took =
          Duration.between(
              Instant.parse(sync.text("start_time")), Instant.parse(sync.text("end_time")));
      return Optional.of(took).filter(time -> !time.isNegative());
    } catch (DateTimeException untold) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> loaded(Value.Mapping sync) {
    return sync.mapping("load").get("volume_mb") instanceof Value.Num megabytes
        ? Optional.of(megabytes.number())
        : Optional.empty();
  }
}
