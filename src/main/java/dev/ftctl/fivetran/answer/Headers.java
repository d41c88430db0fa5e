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

/// What the headers of an answer say.
public final class Headers {

  private Headers() {}

  public static Optional<String> text(Response response, String name) {
    Collection<String> values = response.headers().getOrDefault(name, List.of());
    return values.stream().findFirst().map(String::strip);
  }

  public static OptionalLong number(Response response, String name) {
    Optional<String> text = text(response, name);
    return text.isPresent() && text.get().matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(text.get()))
        : OptionalLong.empty();
  }

  /// `Retry-After` in seconds, as Fivetran sends it, or as a date, as proxies do.
  static Optional<Duration> retryAfter(Response response, Instant now) {
    OptionalLong seconds = number(response, "Retry-After");
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), Integer.MAX_VALUE)));
    }
    return text(response, "Retry-After").flatMap(text -> until(text, now));
  }

  private static Optional<Duration> until(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeParseException neitherNumberNorDate) {
      return Optional.empty();
    }
  }
}
