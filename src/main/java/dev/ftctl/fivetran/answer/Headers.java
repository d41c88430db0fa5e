package dev.ftctl.fivetran.answer;

import feign.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What the headers of an answer say.
public final class Headers {

  /// What is longer is for ever, and nanoseconds can't count it.
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /// The last date that was read: many answers in a second tell the same one.
  private static volatile Told last = new Told("", Optional.empty());

  private record Told(String date, Optional<Instant> instant) {}

  private Headers() {}

  public static Optional<String> text(Response response, String name) {
    Collection<String> values = response.headers().getOrDefault(name, List.of());
    return values.stream().findFirst().map(String::strip);
  }

  public static OptionalLong number(Response response, String name) {
    Optional<String> text = text(response, name);
    return text.isPresent() && NUMBER.matcher(text.get()).matches()
        ? OptionalLong.of(Long.parseLong(text.get()))
        : OptionalLong.empty();
  }

  /// What time it is there; empty where that is not told.
  public static Optional<Instant> date(Response response) {
    return text(response, "Date").flatMap(Headers::instant);
  }

  private static Optional<Instant> instant(String date) {
    Told known = last;
    if (!known.date().equals(date)) {
      known = new Told(date, parsed(date));
      last = known;
    }
    return known.instant();
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  /// `Retry-After` in seconds, as Fivetran sends it, or as a date, as proxies do.
  static Optional<Duration> retryAfter(Response response, Instant now) {
    OptionalLong seconds = number(response, "Retry-After");
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), LONGEST.toSeconds())));
    }
    return text(response, "Retry-After").flatMap(text -> until(text, now));
  }

  private static Optional<Duration> until(String date, Instant now) {
    return instant(date)
        .map(then -> then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }
}
