package dev.ftctl.operate.status;

import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// When a connection syncs.
///
/// @param text for people: `every 6 h`, `daily at 03:00`, `by hand`
/// @param longest between the beginnings of two syncs; empty where nobody can tell
public record Schedule(String text, Optional<Duration> longest) {

  private static final int WEEK = 7;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Schedule BY_HAND = new Schedule("by hand", Optional.empty());

  /// The newer `schedule` object comes before the fields that are older (fivetran-quirks 2.4.5).
  ///
  /// @param connection as its list tells it
  public static Schedule of(Value.Mapping connection) {
    Value.Mapping newer = connection.mapping("schedule");
    if (!newer.text("schedule_type").isEmpty()) {
      return ofNewer(newer);
    }
    if (connection.text("schedule_type").equalsIgnoreCase("manual")) {
      return BY_HAND;
    }
    Optional<Duration> every = minutes(connection.get("sync_frequency"));
    String at = connection.text("daily_sync_time");
    boolean isDaily = every.filter(DAY::equals).isPresent() && !at.isEmpty();
    return isDaily ? new Schedule("daily at " + at, every) : every(every);
  }

  private static Schedule ofNewer(Value.Mapping schedule) {
    return switch (schedule.text("schedule_type").toUpperCase(Locale.ROOT)) {
      case "INTERVAL" -> every(minutes(schedule.get("interval")));
      case "TIME_OF_DAY" -> onDays(schedule);
      case "CRON" -> new Schedule("cron " + schedule.text("cron"), Optional.empty());
      case "MANUAL" -> BY_HAND;
      default -> new Schedule("?", Optional.empty());
    };
  }

  private static Schedule every(Optional<Duration> every) {
    return new Schedule(every.map(time -> "every " + inWords(time)).orElse("?"), every);
  }

  private static String inWords(Duration every) {
    long minutes = every.toMinutes();
    return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }

  private static Optional<Duration> minutes(Value value) {
    return value instanceof Value.Num number && number.number().compareTo(BigDecimal.ZERO) > 0
        ? Optional.of(Duration.ofMinutes(number.number().longValue()))
        : Optional.empty();
  }

  /// Without days on every day.
  private static Schedule onDays(Value.Mapping schedule) {
    var days = new TreeSet<DayOfWeek>();
    if (schedule.get("days_of_week") instanceof Value.Items items) {
      items.items().forEach(item -> day(item).ifPresent(days::add));
    }
    String at = " at " + schedule.text("time_of_day");
    if (days.isEmpty() || days.size() == WEEK) {
      return new Schedule("daily" + at, Optional.of(DAY));
    }
    String names =
        days.stream()
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .collect(Collectors.joining(", "));
    return new Schedule(names + at, Optional.of(DAY.multipliedBy(longestGap(List.copyOf(days)))));
  }

  private static Optional<DayOfWeek> day(Value name) {
    return name instanceof Value.Text text
        ? List.of(DayOfWeek.values()).stream()
            .filter(day -> day.name().equalsIgnoreCase(text.text()))
            .findFirst()
        : Optional.empty();
  }

  private static int longestGap(List<DayOfWeek> days) {
    var next = new ArrayList<>(days.subList(1, days.size()));
    next.add(days.getFirst());
    int longest = 0;
    for (int i = 0; i < days.size(); i++) {
      int gap = Math.floorMod(next.get(i).getValue() - days.get(i).getValue(), WEEK);
      longest = Math.max(longest, gap == 0 ? WEEK : gap);
    }
    return longest;
  }
}
