package dev.ftctl.operate.status;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How old data may become, as somebody has written it down.
///
/// @param own of single connections
/// @param rules for whatever they cover, the first of them counts
public record Targets(Map<Address, Duration> own, List<Rule> rules) {

  public static final Targets NONE = new Targets(Map.of(), List.of());

  /// The age that some connections' data may have.
  public record Rule(AddressPattern of, Duration most) {}

  public Targets {
    own = Map.copyOf(own);
    rules = List.copyOf(rules);
  }

  /// Whose target nobody can judge, since none of the account's connections is known to be it.
  ///
  /// @param known what connections go by
  public List<Address> unwatched(Collection<Address> known) {
    return own.keySet().stream().filter(address -> !known.contains(address)).sorted().toList();
  }

  /// What a connection says itself comes before every rule.
  Optional<Duration> of(Address connection) {
    return Optional.ofNullable(own.get(connection))
        .or(() ->
            rules.stream()
                .filter(rule -> rule.of().covers(connection))
                .map(Rule::most)
                .findFirst());
  }
}
