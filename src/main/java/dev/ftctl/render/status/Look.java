package dev.ftctl.render.status;

import dev.ftctl.operate.status.Ago;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.operate.status.History;
import dev.ftctl.render.English;
import dev.ftctl.render.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the health of connections reads, the same in every format for people.
public final class Look {

  /// What is not there, or was never.
  public static final String NONE = "-";

  private Look() {}

  /// One letter, so that no colour bears the meaning alone.
  public static String sign(Health health) {
    return switch (health) {
      case BROKEN -> "✗";
      case UNKNOWN -> "?";
      case INCOMPLETE -> "○";
      case DELAYED -> "!";
      case STALE -> "~";
      case PAUSED -> "‖";
      case NEVER_SYNCED -> "·";
      case SYNCING -> "↻";
      case FINE -> "✓";
    };
  }

  static Tone tone(Health health) {
    return switch (health) {
      case BROKEN, UNKNOWN -> Tone.BAD;
      case INCOMPLETE, DELAYED, STALE -> Tone.CHANGED;
      case PAUSED, NEVER_SYNCED, SYNCING -> Tone.TOLD;
      case FINE -> Tone.GOOD;
    };
  }

  /// `3 h ago`.
  public static String ago(Optional<Instant> then, Fleet fleet) {
    return then.map(time -> new Ago(Duration.between(time, fleet.at())) + " ago").orElse(NONE);
  }

  /// `60 connections in 4 groups`.
  public static String size(Fleet fleet) {
    return English.count(fleet.connections().size(), "connection")
        + " in "
        + English.count(fleet.groups(), "group");
  }

  /// With every count, zeros too.
  public static String counts(Fleet fleet) {
    return fleet.counts().entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().words())
        .collect(Collectors.joining(", "));
  }

  /// `40, 2 failed`.
  public static String runs(ConnectionStatus connection) {
    return switch (connection.history().orElse(null)) {
      case null -> NONE;
      case History.Unread unread -> "unread";
      case History.Read read ->
          read.runs() + (read.failed() == 0 ? "" : ", " + read.failed() + " failed");
    };
  }

  /// `95 %`.
  public static String rate(ConnectionStatus connection) {
    return read(connection).flatMap(History.Read::rate).map(rate -> rate + " %").orElse(NONE);
  }

  /// `3 min, at most 12 min`.
  public static String took(ConnectionStatus connection) {
    Optional<Ago> median = read(connection).flatMap(History.Read::median).map(Ago::new);
    Optional<Ago> longest = read(connection).flatMap(History.Read::longest).map(Ago::new);
    return median
        .map(time ->
            longest.equals(median)
                ? time.toString()
                : time + ", at most " + longest.map(Ago::toString).orElse(NONE))
        .orElse(NONE);
  }

  /// `1200 MB`.
  public static String loaded(ConnectionStatus connection) {
    return read(connection)
        .flatMap(History.Read::megabytes)
        .map(megabytes -> megabytes.stripTrailingZeros().toPlainString() + " MB")
        .orElse(NONE);
  }

  static Optional<History.Read> read(ConnectionStatus connection) {
    return connection
        .history()
        .filter(History.Read.class::isInstance)
        .map(History.Read.class::cast);
  }
}
