package dev.ftctl.apply;

import dev.ftctl.kind.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which steps have still to begin, and which of them may. Used by one thread.
///
/// The work of a whole run grows with the number of edges, not with its square.
final class Schedule {

  private final Map<Step, Set<Step>> waits;
  private final Map<Step, List<Step>> dependents = new LinkedHashMap<>();

  /// How many of what a step waits for have not ended; in the order of the plan.
  private final Map<Step, Integer> open = new LinkedHashMap<>();

  private final Deque<Step> ready = new ArrayDeque<>();

  /// @param waits for each step those that must have ended before it
  /// @throws IllegalStateException when steps wait for one another, naming them in their circle
  Schedule(Collection<Step> steps, Map<Step, Set<Step>> waits) {
    this.waits = waits;
    steps.forEach(step -> open.put(step, before(step).size()));
    for (Step step : steps) {
      before(step)
          .forEach(first -> dependents.computeIfAbsent(first, key -> new ArrayList<>()).add(step));
    }
    requireNoCircle();
    open.forEach((step, count) -> {
      if (count == 0) {
        ready.add(step);
      }
    });
  }

  boolean hasReady() {
    return !ready.isEmpty();
  }

  /// The next step that may begin; it is not waiting any more.
  Step next() {
    Step step = ready.remove();
    open.remove(step);
    return step;
  }

  /// A step has ended, well or badly: what waited for it last is ready.
  void ended(Step step) {
    for (Step dependent : dependents.getOrDefault(step, List.of())) {
      Integer left = open.computeIfPresent(dependent, (key, count) -> count - 1);
      if (left != null && left == 0) {
        ready.add(dependent);
      }
    }
  }

  /// Takes out what never began, in the order of the plan.
  List<Step> rest() {
    List<Step> rest = List.copyOf(open.keySet());
    open.clear();
    ready.clear();
    return rest;
  }

  Set<Step> before(Step step) {
    return waits.getOrDefault(step, Set.of());
  }

  /// Takes away again and again what waits for nothing; what is left goes in circles.
  private void requireNoCircle() {
    Map<Step, Integer> left = new LinkedHashMap<>(open);
    var free = new ArrayDeque<Step>();
    left.forEach((step, count) -> {
      if (count == 0) {
        free.add(step);
      }
    });
    while (!free.isEmpty()) {
      Step step = free.remove();
      left.remove(step);
      for (Step dependent : dependents.getOrDefault(step, List.of())) {
        if (left.merge(dependent, -1, Integer::sum) == 0) {
          free.add(dependent);
        }
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("the steps wait for one another: " + circle(left.keySet()));
    }
  }

  /// Each of `left` waits for another of them, so going from one to what it waits for ends in a
  /// circle.
  private String circle(Set<Step> left) {
    var way = new LinkedHashSet<Step>();
    Step here = left.iterator().next();
    while (way.add(here)) {
      here = before(here).stream().filter(left::contains).findFirst().orElseThrow();
    }
    Step start = here;
    String circle =
        way.stream()
            .dropWhile(step -> !step.equals(start))
            .map(Step::toString)
            .collect(Collectors.joining(" → "));
    return circle + " → " + start;
  }
}
