package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.store.Nodes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// When a connection's schedule wants it to sync, in UTC. The `schedule` object goes before the
/// older fields.
sealed interface Timetable {
  int DEFAULT_FREQUENCY_MINUTES = 360;
  int DAILY_MINUTES = 1440;

  /// How many of the syncs that a long leap of the clock has missed are made up for.
  int MADE_UP = 100;

  /// Never by itself.
  record Manual() implements Timetable {}

  record Every(Duration interval) implements Timetable {}

  record At(LocalTime time, Set<DayOfWeek> days) implements Timetable {}

  record Cron(CronTimes times) implements Timetable {}

  static Timetable of(JsonNode connection) {
    var schedule = connection.path("schedule");
    return schedule.isObject() ? ofSchedule(schedule) : ofOlderFields(connection);
  }

  private static Timetable ofSchedule(JsonNode schedule) {
    return switch (schedule.path("schedule_type").asText()) {
      case "INTERVAL" -> every(schedule.path("interval").asInt(DEFAULT_FREQUENCY_MINUTES));
      case "TIME_OF_DAY" -> {
        var days = new TreeSet<DayOfWeek>();
        schedule.path("days_of_week").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
        yield new At(LocalTime.parse(schedule.path("time_of_day").asText("00:00")), days);
      }
      case "CRON" ->
          CronTimes.parse(schedule.path("cron").asText())
              .<Timetable>map(Cron::new)
              .orElseGet(Manual::new);
      default -> new Manual();
    };
  }

  private static Timetable ofOlderFields(JsonNode connection) {
    if (connection.path("schedule_type").asText().equals("manual")) {
      return new Manual();
    }
    var frequency = connection.path("sync_frequency").asInt(DEFAULT_FREQUENCY_MINUTES);
    var daily = Nodes.text(connection, "daily_sync_time").filter(time -> !time.isEmpty());
    return frequency == DAILY_MINUTES && daily.isPresent()
        ? new At(LocalTime.parse(daily.get()), Set.of())
        : every(frequency);
  }

  private static Timetable every(int minutes) {
    return new Every(Duration.ofMinutes(Math.max(1, minutes)));
  }

  /// The first time after the last sync's start; none for a manual schedule.
  default Optional<Instant> next(Instant last) {
    return switch (this) {
      case Manual manual -> Optional.empty();
      case Every every -> Optional.of(last.plus(every.interval()));
      case At at -> Optional.of(nextDay(at, last));
      case Cron cron -> cron.times().next(last);
    };
  }

  /// Where to go on counting at `now`, so that a leap over years doesn't make up for every sync.
  default Instant caughtUp(Instant last, Instant now) {
    return switch (this) {
      case Manual manual -> last;
      case Every every -> {
        var missed = Duration.between(last, now).dividedBy(every.interval()) - MADE_UP;
        yield missed > 0 ? last.plus(every.interval().multipliedBy(missed)) : last;
      }
      case At at -> later(last, now.minus(Duration.ofDays(MADE_UP)));
      case Cron cron -> later(last, now.minus(Duration.ofDays(8)));
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant nextDay(At at, Instant last) {
    var day = last.atZone(ZoneOffset.UTC).toLocalDate();
    var found = day.atTime(at.time()).toInstant(ZoneOffset.UTC);
    while (!found.isAfter(last)
        || !(at.days().isEmpty() || at.days().contains(day.getDayOfWeek()))) {
      day = day.plusDays(1);
      found = day.atTime(at.time()).toInstant(ZoneOffset.UTC);
    }
    return found;
  }
}
