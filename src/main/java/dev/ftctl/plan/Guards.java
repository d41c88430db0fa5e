package dev.ftctl.plan;

import dev.ftctl.model.Allowance;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Map;

/// What is allowed and what is not.
///
/// @param allowed by `--allow` and `allow:`
/// @param limits by name (`max_deletes`, `max_resyncs`, `max_revokes`, `max_pauses`); five each
///   where not said
/// @param protection from deletion and replacement, whatever is allowed
public record Guards(List<Allowance> allowed, Map<String, Integer> limits, Protection protection) {

  private static final int USUAL_LIMIT = 5;

  public static final Guards USUAL = new Guards(List.of(), Map.of(), Protection.NONE);

  public Guards {
    allowed = List.copyOf(allowed);
    limits = Map.copyOf(limits);
  }

  /// Whether a risk was allowed for this resource in so many words.
  public boolean allows(Risk risk, Address address) {
    return allowed.stream().anyMatch(allowance -> allowance.covers(risk, address));
  }

  /// With more that is protected.
  public Guards protecting(Protection more) {
    return new Guards(allowed, limits, protection.and(more));
  }

  public boolean protects(Address address) {
    return protection.covers(address);
  }

  int limit(String name) {
    return limits.getOrDefault(name, USUAL_LIMIT);
  }
}
