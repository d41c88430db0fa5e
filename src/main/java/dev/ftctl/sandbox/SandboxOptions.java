package dev.ftctl.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/// How a simulator is started.
///
/// - `port`: on loopback; 0 takes any free one
/// - `storage`: in memory, or kept in a file
/// - `latency`: waited before each answer
/// - `hosts`: names under which it is reached besides those of loopback: `NAME` or `NAME:PORT`
/// - `systemKey`: whether the key belongs to the account instead of a user
/// - `clock`: the base of the account's time
/// - `given`: what it starts with
/// - `notice`: gets one line when the start has to wait for another process that holds the data
///   file
public record SandboxOptions(
    int port,
    Storage storage,
    Duration latency,
    Set<String> hosts,
    boolean systemKey,
    Clock clock,
    Given given,
    Consumer<String> notice) {

  /// Where the account is kept.
  public sealed interface Storage {
    /// Gone when the simulator is closed.
    record Memory() implements Storage {}

    /// Kept in this file; log, requests and lock lie beside it under names that begin like it.
    record File(Path path) implements Storage {}
  }

  /// What a simulator is given at its start.
  ///
  /// @param faults rules as [SandboxControl#faults] takes them
  /// @param quotas limits as [SandboxControl#quotas] takes them
  /// @param seed what is laid over a new account, as [SandboxControl#mergeAccount] takes it
  public record Given(JsonNode faults, JsonNode quotas, JsonNode seed) {
    static final Given NOTHING =
        new Given(
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode());

    Given withFaults(JsonNode newFaults) {
      return new Given(newFaults, quotas, seed);
    }
  }

  /// Any port, nothing kept, no latency, a user's key.
  public static SandboxOptions inMemory() {
    return new SandboxOptions(
        0,
        new Storage.Memory(),
        Duration.ZERO,
        Set.of(),
        false,
        Clock.systemUTC(),
        Given.NOTHING,
        line -> {});
  }

  /// As [#inMemory], but kept in a file.
  public static SandboxOptions keptIn(Path file) {
    return inMemory().withStorage(new Storage.File(file));
  }

  public SandboxOptions withPort(int newPort) {
    return new SandboxOptions(newPort, storage, latency, hosts, systemKey, clock, given, notice);
  }

  public SandboxOptions withStorage(Storage newStorage) {
    return new SandboxOptions(port, newStorage, latency, hosts, systemKey, clock, given, notice);
  }

  public SandboxOptions withLatency(Duration newLatency) {
    return new SandboxOptions(port, storage, newLatency, hosts, systemKey, clock, given, notice);
  }

  public SandboxOptions withHosts(Set<String> newHosts) {
    return new SandboxOptions(
        port, storage, latency, Set.copyOf(newHosts), systemKey, clock, given, notice);
  }

  public SandboxOptions withSystemKey() {
    return new SandboxOptions(port, storage, latency, hosts, true, clock, given, notice);
  }

  public SandboxOptions withClock(Clock newClock) {
    return new SandboxOptions(port, storage, latency, hosts, systemKey, newClock, given, notice);
  }

  public SandboxOptions withFaults(JsonNode newFaults) {
    return new SandboxOptions(
        port, storage, latency, hosts, systemKey, clock, given.withFaults(newFaults), notice);
  }

  public SandboxOptions withQuotas(JsonNode newQuotas) {
    var more = new Given(given.faults(), newQuotas, given.seed());
    return new SandboxOptions(port, storage, latency, hosts, systemKey, clock, more, notice);
  }

  public SandboxOptions withSeed(JsonNode newSeed) {
    var more = new Given(given.faults(), given.quotas(), newSeed);
    return new SandboxOptions(port, storage, latency, hosts, systemKey, clock, more, notice);
  }

  public SandboxOptions withNotice(Consumer<String> newNotice) {
    return new SandboxOptions(port, storage, latency, hosts, systemKey, clock, given, newNotice);
  }
}
