package dev.ftctl.kinds.systemkey;

import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.WrittenDuration;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What no table says of a system key (fivetran-quirks 2.19).
final class KeyRules {

  static final String PERIOD = "expiration_period";
  static final String INFINITE = "INFINITE";

  /// How long they are at least.
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "ONE_WEEK", Duration.ofDays(7),
          "ONE_MONTH", Duration.ofDays(28),
          "THREE_MONTHS", Duration.ofDays(89),
          "SIX_MONTHS", Duration.ofDays(181));

  /// Which resource types each part of a filter goes with.
  private static final Map<String, List<String>> FITTING =
      Map.of(
          KeyPermissions.CONNECTIONS, List.of(KeyPermissions.CONNECTOR),
          KeyPermissions.DESTINATIONS, List.of(KeyPermissions.DESTINATION),
          KeyPermissions.GROUPS, List.of(KeyPermissions.CONNECTOR, KeyPermissions.TRANSFORMATION));

  private final Resource wanted;
  private final List<Problem> problems = new ArrayList<>();

  private KeyRules(Resource wanted) {
    this.wanted = wanted;
  }

  static List<Problem> check(Resource wanted) {
    var rules = new KeyRules(wanted);
    if (!wanted.metadata().isAbsent()) {
      KeyPermissions.of(wanted.spec()).forEach(rules::filter);
      rules.period();
    }
    return List.copyOf(rules.problems);
  }

  private void filter(Value.Mapping item) {
    String type = KeyPermissions.type(item);
    Value.Mapping filter = item.mapping(KeyPermissions.FILTER);
    FITTING.forEach((part, types) -> {
      if (!Shape.elements(filter.get(part)).isEmpty() && !types.contains(type)) {
        problems.add(
            error(
                filter.placeOf(part),
                "key-filter",
                "`" + part + "` filters nothing of resource_type " + type,
                "it goes with " + String.join(" and ", types) + ": take it out"));
      }
    });
  }

  private void period() {
    String period = wanted.spec().text(PERIOD);
    Duration before = wanted.metadata().rotateBefore();
    if (period.isEmpty() || period.equals(INFINITE)) {
      if (!wanted.metadata().isExisting()) {
        problems.add(
            Problem.warning(
                placeOf(PERIOD),
                "endless-key",
                wanted.address().toString(),
                "its secret never expires"
                    + (period.isEmpty() ? ", since it says no expiration_period" : ""),
                "write expiration_period: SIX_MONTHS, and metadata.rotate_before: 14d"));
      }
      return;
    }
    Optional.ofNullable(PERIODS.get(period))
        .filter(longest -> before.compareTo(longest) >= 0)
        .ifPresent(longest ->
            problems.add(
                error(
                    placeOf(PERIOD),
                    "contradiction",
                    "rotate_before "
                        + WrittenDuration.of(before)
                        + " is no shorter than expiration_period "
                        + period
                        + ", so that each run would make a new secret",
                    "shorten `rotate_before`")));
  }

  private SourceLocation placeOf(String field) {
    return wanted.spec().get(field).isAbsent() ? wanted.place() : wanted.spec().placeOf(field);
  }

  private Problem error(SourceLocation place, String rule, String message, String fix) {
    return Problem.error(place, rule, wanted.address().toString(), message, fix);
  }
}
