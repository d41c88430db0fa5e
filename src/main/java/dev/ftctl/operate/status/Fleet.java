package dev.ftctl.operate.status;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connections that were asked for, and how they are: what needs somebody most first.
///
/// @param at when they were looked at
/// @param account whose they are, for people
/// @param connections in the order of their health, then of their addresses
/// @param window how far back histories reach, where they were asked for
public record Fleet(
    Instant at, String account, List<ConnectionStatus> connections, Optional<Window> window) {

  private static final Comparator<ConnectionStatus> ORDER =
      Comparator.comparing(ConnectionStatus::health).thenComparing(ConnectionStatus::address);

  public Fleet {
    connections = connections.stream().sorted(ORDER).toList();
  }

  /// How many count as what; what none is counts zero.
  public Map<Health, Integer> counts() {
    Map<Health, Integer> counts = new EnumMap<>(Health.class);
    for (Health health : Health.values()) {
      counts.put(health, 0);
    }
    connections.forEach(each -> counts.merge(each.health(), 1, Integer::sum));
    return counts;
  }

  /// Those that are any of these; a connection that nobody can judge may be, so it is.
  public List<ConnectionStatus> thatAre(Collection<Health> asked) {
    return connections.stream()
        .filter(each ->
            each.conditions().contains(Health.UNKNOWN)
                || each.conditions().stream().anyMatch(asked::contains))
        .toList();
  }

  /// Groups that they are in.
  public long groups() {
    return connections.stream().map(ConnectionStatus::group).distinct().count();
  }
}
