package dev.ftctl.accept;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The way to a field inside a spec, as documents may write it.
///
/// @param isMember whether it ends at a membership or at an item of a list, which is there or not
record Way(List<Step> steps, boolean isMember) {

  /// One key, or one item of a list.
  ///
  /// @param name of the key as it is written, or the text that tells the item
  /// @param other a second name of the same key; empty for none
  /// @param keys the fields that may tell the item; none for a key
  record Step(String name, String other, List<String> keys) {

    Step {
      keys = List.copyOf(keys);
    }

    static Step key(String name) {
      return new Step(name, "", List.of());
    }

    boolean isItem() {
      return !keys.isEmpty();
    }
  }

  /// What stands at the end of a way, or where it breaks off.
  ///
  /// @param rest how many steps are left
  record Reached(Node node, int rest) {}

  Way {
    steps = List.copyOf(steps);
  }

  /// The same below keys.
  Way below(String... keys) {
    var longer = new ArrayList<Step>();
    for (String key : keys) {
      if (!key.isEmpty()) {
        longer.add(Step.key(key));
      }
    }
    longer.addAll(steps);
    return new Way(longer, isMember);
  }

  /// How far a tree goes along.
  Reached in(Node tree) {
    Node here = tree;
    for (int at = 0; at < steps.size(); at++) {
      Optional<Node> next = next(here, steps.get(at));
      if (next.isEmpty()) {
        return new Reached(here, steps.size() - at);
      }
      here = next.get();
    }
    return new Reached(here, 0);
  }

  private static Optional<Node> next(Node here, Step step) {
    return switch (here) {
      case Node.Mapping mapping when !step.isItem() ->
          mapping.get(step.name()).or(() -> mapping.get(step.other()));
      case Node.Sequence list when step.isItem() ->
          list.items().stream().filter(item -> isItem(item, step)).findFirst();
      case Node.Mapping mapping -> Optional.empty();
      case Node.Sequence list -> Optional.empty();
      case Node.Scalar scalar -> Optional.empty();
      case Node.Refused refused -> Optional.empty();
    };
  }

  private static boolean isItem(Node item, Step step) {
    return item instanceof Node.Mapping mapping
        && step.keys().stream()
            .anyMatch(key ->
                mapping.get(key).orElse(null) instanceof Node.Scalar scalar
                    && scalar.text().equals(step.name()));
  }

  /// The value with the steps from one on around it.
  Value around(int from, Value value) {
    Value whole = value;
    for (Step step : steps.subList(from, steps.size()).reversed()) {
      whole = step.isItem() ? item(step, whole) : Value.Mapping.of(Map.of(step.name(), whole));
    }
    return whole;
  }

  private static Value item(Step step, Value value) {
    Value.Mapping fields = value instanceof Value.Mapping mapping ? mapping : Value.Mapping.EMPTY;
    boolean isTold = step.keys().stream().anyMatch(key -> !fields.get(key).isAbsent());
    if (isTold) {
      return Value.items(List.of(fields));
    }
    var all = new LinkedHashMap<String, Value>();
    all.put(step.keys().getFirst(), Value.text(step.name()));
    all.putAll(fields.entries());
    return Value.items(List.of(Value.Mapping.of(all)));
  }
}
