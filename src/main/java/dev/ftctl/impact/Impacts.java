package dev.ftctl.impact;

import dev.ftctl.kind.Facets.Downstream;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.downstream.Break;
import dev.ftctl.model.address.Address;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What depends on each change of a plan.
///
/// @param manifest of dbt; empty where none was given
/// @param all what breaks something, by address
public record Impacts(Optional<DbtManifest> manifest, Map<Address, Impact> all) {

  public static final Impacts NONE = new Impacts(Optional.empty(), Map.of());

  public Impacts {
    all = Map.copyOf(all);
  }

  /// Pure: reads nothing.
  ///
  /// @param whole with everything that is known of the account
  /// @param part what of it is to be carried out
  /// @param manifest of dbt, if somebody gave one
  public static Impacts of(Plan whole, Plan part, KindList kinds, Optional<DbtManifest> manifest) {
    var breaks = new LinkedHashMap<PlannedChange, List<Break>>();
    for (PlannedChange planned : part.changes()) {
      List<Break> found =
          kinds
              .ofSlug(planned.change().address().kind())
              .definition()
              .downstream()
              .map((Downstream downstream) -> downstream.breaks(planned.change()))
              .orElse(List.of());
      if (!found.isEmpty()) {
        breaks.put(planned, found);
      }
    }
    if (breaks.isEmpty()) {
      return new Impacts(manifest, Map.of());
    }
    var all = new LinkedHashMap<Address, Impact>();
    Optional<ImpactReading> reading =
        manifest.map(dbt -> new ImpactReading(Lanes.of(whole, kinds), dbt));
    breaks.forEach((planned, broken) ->
        all.put(
            planned.change().address(),
            reading
                .map(asked -> asked.of(planned.change(), broken))
                .orElseGet(
                    () -> new Impact(broken, false, new LinkedHashMap<>(), List.of(), List.of()))));
    return new Impacts(manifest, all);
  }

  /// Of a change that breaks nothing, [Impact#NONE].
  public Impact of(Address address) {
    return all.getOrDefault(address, Impact.NONE);
  }

  /// Of all changes together; what depends on two of them counts once.
  public Impact total() {
    return Impact.together(
        all.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList());
  }
}
