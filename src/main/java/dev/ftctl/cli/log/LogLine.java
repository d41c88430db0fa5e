package dev.ftctl.cli.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.fivetran.http.RequestEnd;
import dev.ftctl.model.shown.Visible;
import dev.ftctl.render.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// One line of a log.
///
/// @param run which run wrote it, since several may share a file
/// @param request what it is about, if it is about one
record LogLine(
    Instant time, LogLevel level, String run, String message, Optional<RequestEnd> request) {

  /// Always three digits, so that lines stand below one another.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  static LogLevel level(RequestEnd end) {
    if (end.isSuccess()) {
      return LogLevel.INFO;
    }
    return end.mayBeRepeated() ? LogLevel.WARNING : LogLevel.ERROR;
  }

  /// In the words that the framework's log has (docs/seeds.md, 002).
  static String message(RequestEnd end) {
    return end.isSuccess()
        ? "Successful " + end.method() + " request to " + end.url()
        : "Request failed: " + end.method() + " " + end.url() + why(end);
  }

  private static String why(RequestEnd end) {
    String code = end.code().isEmpty() ? "" : " " + end.code();
    return ": " + end.answer() + code + (end.message().isEmpty() ? "" : ": " + end.message());
  }

  /// `2026-11-22T03:30:00.123Z INFO 3f9a1c2e Successful GET request to … (200 Success, 31 ms,
  /// attempt 1)`.
  String text() {
    String trail =
        request
            .map(end ->
                end.isSuccess()
                    ? " (%s %s, %d ms, attempt %d)"
                        .formatted(end.answer(), end.code(), end.millis(), end.attempt())
                    : " (%d ms, attempt %d)".formatted(end.millis(), end.attempt()))
            .orElse("");
    return "%s %-7s %s %s%s"
        .formatted(TIME.format(time), level, run, Visible.text(message), Visible.text(trail));
  }

  /// One object, without line ends.
  String json() {
    ObjectNode line =
        Json.object()
            .put("time", TIME.format(time))
            .put("level", level.written())
            .put("run", run)
            .put("message", message);
    request.ifPresent(end ->
        line.put("method", end.method())
            .put("url", end.url())
            .put("status", end.status())
            .put("code", end.code())
            .put("millis", end.millis())
            .put("attempt", end.attempt()));
    return line.toString();
  }
}
