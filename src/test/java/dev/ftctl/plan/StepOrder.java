package dev.ftctl.plan;

import dev.ftctl.kind.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The steps of a plan in one order that keeps every edge.
final class StepOrder {

  private StepOrder() {}

  static List<String> of(Plan plan) {
    Map<Step, Set<Step>> waits = plan.waits();
    var order = new LinkedHashSet<Step>();
    while (order.size() < waits.size()) {
      List<Step> ready =
          waits.keySet().stream()
              .filter(step -> !order.contains(step) && order.containsAll(waits.get(step)))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("steps wait for one another: " + waits);
      }
      order.addAll(ready);
    }
    return order.stream().map(Step::toString).toList();
  }
}
