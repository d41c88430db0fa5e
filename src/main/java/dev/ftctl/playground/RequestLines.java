package dev.ftctl.playground;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/// A line for each request, in the form that web servers have for it.
final class RequestLines {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy HH:mm:ss", Locale.ENGLISH);

  private final Clock clock;
  private final Consumer<String> log;
  private volatile Stamp last = new Stamp(Long.MIN_VALUE, "");

  /// Written once a second.
  private record Stamp(long second, String text) {}

  RequestLines(Clock clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
  }

  /// @param target path and query as they were sent
  void add(String client, String method, String target, int status) {
    String request = method + " " + target + " HTTP/1.1";
    log.accept(client + " - - [" + time() + "] \"" + request + "\" " + status + " -");
  }

  private String time() {
    Instant now = clock.instant();
    Stamp stamp = last;
    if (stamp.second() != now.getEpochSecond()) {
      stamp =
          new Stamp(
              now.getEpochSecond(), TIME.format(ZonedDateTime.ofInstant(now, clock.getZone())));
      last = stamp;
    }
    return stamp.text();
  }
}
