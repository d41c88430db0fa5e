package dev.ftctl.plan;

import dev.ftctl.kind.Step;
import dev.ftctl.model.address.Address;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Plans made smaller.
final class PlanParts {

  private PlanParts() {}

  static Plan only(Plan plan, Set<Address> addresses) {
    return with(
        plan,
        plan.changes().stream()
            .filter(planned -> addresses.contains(planned.change().address()))
            .toList());
  }

  static Plan withoutBlocked(Plan plan) {
    Set<Step> out =
        plan.changes().stream()
            .filter(PlannedChange::isWhollyBlocked)
            .flatMap(planned -> planned.steps().stream())
            .collect(Collectors.toCollection(HashSet::new));
    boolean grew = true;
    while (grew) {
      Set<Step> dependents =
          plan.waits().entrySet().stream()
              .filter(entry -> entry.getValue().stream().anyMatch(out::contains))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      grew = out.addAll(dependents);
    }
    List<PlannedChange> rest =
        plan.changes().stream()
            .filter(planned -> !planned.isWhollyBlocked())
            .map(planned -> without(planned.rest(), out))
            .toList();
    return with(plan, rest);
  }

  /// Nobody waits for what only something else needed.
  private static List<PlannedChange> withoutIdleWaits(Plan plan, List<PlannedChange> changes) {
    Set<Step> awaited =
        changes.stream()
            .flatMap(planned -> planned.steps().stream())
            .flatMap(step -> plan.waits().getOrDefault(step, Set.of()).stream())
            .collect(Collectors.toSet());
    return changes.stream()
        .map(planned ->
            planned.isOnlySettling() && planned.steps().stream().noneMatch(awaited::contains)
                ? new PlannedChange(planned.change(), List.of(), planned.blocks())
                : planned)
        .toList();
  }

  private static PlannedChange without(PlannedChange planned, Set<Step> out) {
    return new PlannedChange(
        planned.change(),
        planned.steps().stream().filter(step -> !out.contains(step)).toList(),
        planned.blocks());
  }

  private static Plan with(Plan plan, List<PlannedChange> rest) {
    List<PlannedChange> changes = withoutIdleWaits(plan, rest);
    Set<Step> kept =
        changes.stream().flatMap(planned -> planned.steps().stream()).collect(Collectors.toSet());
    var waits = new LinkedHashMap<Step, Set<Step>>();
    plan.waits()
        .forEach((step, before) -> {
          if (kept.contains(step)) {
            waits.put(step, before.stream().filter(kept::contains).collect(Collectors.toSet()));
          }
        });
    return new Plan(
        plan.header(),
        changes,
        waits,
        plan.unmanaged(),
        plan.unlooked(),
        plan.notices(),
        plan.ids(),
        plan.intent());
  }
}
