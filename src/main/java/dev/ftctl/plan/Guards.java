package dev.ftctl.plan;

import dev.ftctl.model.Address;
import dev.ftctl.model.Glob;
import dev.ftctl.model.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is allowed and what is not.
///
/// @param allowed risks as `--allow` and `allow:` take them: `replace`, or
///   `replace:connector/ads@analytics_prod` (globs)
/// @param limits by name (`max_deletes`, `max_resyncs`, `max_revokes`); five each where not said
/// @param protectedAddresses globs of `protect:` in the project file
public record Guards(
    List<String> allowed, Map<String, Integer> limits, List<String> protectedAddresses) {

  private static final int USUAL_LIMIT = 5;

  public static final Guards USUAL = new Guards(List.of(), Map.of(), List.of());

  public Guards {
    allowed = List.copyOf(allowed);
    limits = Map.copyOf(limits);
    protectedAddresses = List.copyOf(protectedAddresses);
  }

  /// Whether a risk was allowed for this resource in so many words.
  public boolean allows(Risk risk, Address address) {
    return allowed.stream()
        .anyMatch(entry -> {
          int colon = entry.indexOf(':');
          return colon < 0
              ? entry.equals(risk.flag())
              : entry.substring(0, colon).equals(risk.flag())
                  && new Glob(entry.substring(colon + 1)).matches(address.toString());
        });
  }

  /// With more that is protected.
  public Guards protecting(List<String> addresses) {
    var all = new ArrayList<>(protectedAddresses);
    all.addAll(addresses);
    return new Guards(allowed, limits, all);
  }

  public boolean protects(Address address) {
    return protectedAddresses.stream().anyMatch(glob -> new Glob(glob).matches(address.toString()));
  }

  int limit(String name) {
    return limits.getOrDefault(name, USUAL_LIMIT);
  }
}
