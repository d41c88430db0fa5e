package dev.ftctl.sandbox.syncs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The times of a cron expression of five fields, in UTC: minute, hour, day of the month, month,
/// day of the week. Knows lists, ranges, steps, and names of months and days. Where both days are
/// restricted, either will do, as cron has it.
public record CronTimes(
    TreeSet<Integer> minutes,
    TreeSet<Integer> hours,
    TreeSet<Integer> days,
    TreeSet<Integer> months,
    TreeSet<Integer> weekdays,
    boolean eitherDay) {
  private static final int YEARS_LOOKED_AHEAD = 8;
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /// Whether it is an expression that such a schedule can have.
  public static boolean isCron(String text) {
    return parse(text).isPresent();
  }

  /// Empty for what is no such expression.
  static Optional<CronTimes> parse(String text) {
    var fields = text.strip().split("\\s+");
    if (fields.length != 5) {
      return Optional.empty();
    }
    try {
      var weekdays = field(fields[4], 0, 7, DAYS, 0);
      if (weekdays.remove(7)) {
        weekdays.add(0);
      }
      return Optional.of(
          new CronTimes(
              field(fields[0], 0, 59, List.of(), 0),
              field(fields[1], 0, 23, List.of(), 0),
              field(fields[2], 1, 31, List.of(), 0),
              field(fields[3], 1, 12, MONTHS, 1),
              weekdays,
              !fields[2].startsWith("*") && !fields[4].startsWith("*")));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static TreeSet<Integer> field(
      String text, int least, int most, List<String> names, int firstName) {
    var found = new TreeSet<Integer>();
    for (var part : text.split(",", -1)) {
      var halves = part.split("/", 2);
      var step = halves.length == 2 ? Integer.parseInt(halves[1]) : 1;
      var bounds = halves[0].split("-", 2);
      var all = halves[0].equals("*") || halves[0].equals("?");
      var from = all ? least : number(bounds[0], names, firstName);
      var open = all || (bounds.length == 1 && halves.length == 2);
      var to = open ? most : number(bounds[bounds.length - 1], names, firstName);
      if (step < 1 || from < least || to > most || from > to) {
        throw new IllegalArgumentException(part);
      }
      IntStream.iterate(from, value -> value <= to, value -> value + step).forEach(found::add);
    }
    return found;
  }

  private static int number(String text, List<String> names, int firstName) {
    var place = names.indexOf(text.toUpperCase(Locale.ROOT));
    return place < 0 ? Integer.parseInt(text) : place + firstName;
  }

  /// The first time after an instant; empty for days that never come, as 30 February.
  Optional<Instant> next(Instant after) {
    var first = after.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    var start = first.atZone(ZoneOffset.UTC);
    var day = start.toLocalDate();
    var time = start.toLocalTime();
    var last = day.plusYears(YEARS_LOOKED_AHEAD);
    while (day.isBefore(last)) {
      var found = fits(day) ? timeFrom(time) : Optional.<LocalTime>empty();
      if (found.isPresent()) {
        return Optional.of(day.atTime(found.get()).toInstant(ZoneOffset.UTC));
      }
      day = day.plusDays(1);
      time = LocalTime.MIDNIGHT;
    }
    return Optional.empty();
  }

  private boolean fits(LocalDate day) {
    var byDate = days.contains(day.getDayOfMonth());
    var byWeek = weekdays.contains(day.getDayOfWeek().getValue() % 7);
    return months.contains(day.getMonthValue())
        && (eitherDay ? byDate || byWeek : byDate && byWeek);
  }

  private Optional<LocalTime> timeFrom(LocalTime from) {
    for (var hour : hours.tailSet(from.getHour())) {
      var minute = hour == from.getHour() ? minutes.ceiling(from.getMinute()) : minutes.first();
      if (minute != null) {
        return Optional.of(LocalTime.of(hour, minute));
      }
    }
    return Optional.empty();
  }
}
