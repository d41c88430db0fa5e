package dev.ftctl.playground;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// How a practice API is started.
///
/// - `port`: on loopback; 0 takes any free one
/// - `data`: what it makes up
/// - `capacity`: of the rate limit, in tokens; 0 for no limit
/// - `tokenSeconds`: how long a session lasts
/// - `isCompact`: errors and answers of `/auth` in one line
/// - `clock`: for the data and the sessions
/// - `nanoTime`: for the rate limit; never goes back
/// - `log`: gets a line for each request
public record PlaygroundOptions(
    int port,
    Data data,
    int capacity,
    long tokenSeconds,
    boolean isCompact,
    Clock clock,
    LongSupplier nanoTime,
    Consumer<String> log) {

  /// @param mutates whether reading companies changes some of them
  public record Data(long seed, int records, int companies, boolean mutates) {}

  /// As it is started without any flag, but on any port and silent.
  public static PlaygroundOptions usual(long seed) {
    return new PlaygroundOptions(
        0,
        new Data(seed, 200, 6, true),
        0,
        3600,
        false,
        Clock.system(ZoneId.systemDefault()),
        System::nanoTime,
        line -> {});
  }

  public PlaygroundOptions withPort(int newPort) {
    return new PlaygroundOptions(
        newPort, data, capacity, tokenSeconds, isCompact, clock, nanoTime, log);
  }

  public PlaygroundOptions withData(int records, int companies, boolean mutates) {
    var newData = new Data(data.seed(), records, companies, mutates);
    return new PlaygroundOptions(
        port, newData, capacity, tokenSeconds, isCompact, clock, nanoTime, log);
  }

  public PlaygroundOptions withCapacity(int newCapacity) {
    return new PlaygroundOptions(
        port, data, newCapacity, tokenSeconds, isCompact, clock, nanoTime, log);
  }

  public PlaygroundOptions withTokenSeconds(long newTokenSeconds) {
    return new PlaygroundOptions(
        port, data, capacity, newTokenSeconds, isCompact, clock, nanoTime, log);
  }

  public PlaygroundOptions compact() {
    return new PlaygroundOptions(port, data, capacity, tokenSeconds, true, clock, nanoTime, log);
  }

  public PlaygroundOptions withClock(Clock newClock) {
    return new PlaygroundOptions(
        port, data, capacity, tokenSeconds, isCompact, newClock, nanoTime, log);
  }

  public PlaygroundOptions withNanoTime(LongSupplier newNanoTime) {
    return new PlaygroundOptions(
        port, data, capacity, tokenSeconds, isCompact, clock, newNanoTime, log);
  }

  public PlaygroundOptions withLog(Consumer<String> newLog) {
    return new PlaygroundOptions(
        port, data, capacity, tokenSeconds, isCompact, clock, nanoTime, newLog);
  }
}
