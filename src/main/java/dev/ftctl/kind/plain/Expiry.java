package dev.ftctl.kind.plain;

import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.model.Live;
import dev.ftctl.model.WrittenDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/// Until when what was told of an object is in force.
///
/// @param end that moment
/// @param now the moment of the run
record Expiry(Instant end, Instant now) {

  /// People are told of it this long before.
  private static final Duration SOON = Duration.ofDays(14);

  private static final DateTimeFormatter FORMS =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  /// Empty where it stays in force, or nothing goes by time in this run.
  static Optional<Expiry> of(Live live, Instant now, HandsOutOnce facet) {
    return now.equals(Instant.EPOCH) || facet.expiry().isEmpty()
        ? Optional.empty()
        : parsed(live.fields().text(facet.expiry())).map(end -> new Expiry(end, now));
  }

  /// With or without an offset, or a day; what says none is UTC.
  private static Optional<Instant> parsed(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(instant(text));
    } catch (DateTimeException otherwise) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text) {
    TemporalAccessor time =
        FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (time) {
      case OffsetDateTime moment -> moment.toInstant();
      case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(time).atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  boolean isWithin(Duration time) {
    return !end.isAfter(now.plus(time));
  }

  boolean isSoon() {
    return isWithin(SOON);
  }

  /// Why it is made anew.
  String due(Duration before) {
    return told() + ", and `rotate_before` is " + WrittenDuration.of(before);
  }

  /// As `expired on 2026-12-01`.
  String told() {
    LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
    return (end.isAfter(now) ? "expires on " : "expired on ") + day;
  }
}
