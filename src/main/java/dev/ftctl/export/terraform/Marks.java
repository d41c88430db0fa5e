package dev.ftctl.export.terraform;

import dev.ftctl.model.value.Mask;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a state marks as sensitive, because the provider says so or whoever wrote the
/// configuration. What names an object stays, since a name can't be read from elsewhere.
final class Marks {

  /// Blocks in which a mark counts, and texts that are no names.
  private static final Set<String> CONFIDENTIAL = Set.of("config", "auth", "secret", "url");

  /// What of `config` names a connection.
  private static final Set<String> NAMES =
      Set.of("schema", "schema_prefix", "table", "table_group_name");

  private Marks() {}

  /// @param paths lists of steps: `{"type": "get_attr", "value": "config"}`, or `index`
  static Value.Mapping ofState(Value.Mapping attributes, Value paths) {
    Value marked = attributes;
    for (Value path : paths instanceof Value.Items list ? list.items() : List.<Value>of()) {
      List<String> steps = steps(path);
      if (!steps.isEmpty() && CONFIDENTIAL.contains(steps.getFirst())) {
        marked = at(marked, steps, 0);
      }
    }
    return marked instanceof Value.Mapping mapping ? mapping : attributes;
  }

  private static List<String> steps(Value path) {
    var steps = new ArrayList<String>();
    for (Value.Mapping step : StateFile.mappings(path)) {
      Value value = step.get("value");
      steps.add(
          value instanceof Value.Mapping index ? index.get("value").asText() : value.asText());
    }
    return steps;
  }

  /// A step that leads nowhere, as one into a set does, means all that is there.
  private static Value at(Value value, List<String> steps, int depth) {
    if (depth == steps.size()) {
      return isDocument(steps) ? value : secret(value);
    }
    String step = steps.get(depth);
    boolean isName = depth == 1 && NAMES.contains(step);
    if (isName) {
      return value;
    }
    if (value instanceof Value.Mapping mapping && !mapping.get(step).isAbsent()) {
      return mapping.with(step, at(mapping.get(step), steps, depth + 1));
    }
    if (value instanceof Value.Items list) {
      boolean isPlace = step.matches("\\d+");
      var items = new ArrayList<Value>();
      for (int i = 0; i < list.items().size(); i++) {
        boolean isMeant = !isPlace || step.equals(Integer.toString(i));
        int next = isPlace || step.isEmpty() ? depth + 1 : depth;
        items.add(isMeant ? at(list.items().get(i), steps, next) : list.items().get(i));
      }
      return Value.items(items);
    }
    return value;
  }

  /// A whole configuration in a text, or as a block, of which the catalogue tells what is secret.
  private static boolean isDocument(List<String> steps) {
    return steps.size() == 1
        && (steps.getFirst().equals("config") || steps.getFirst().equals("auth"));
  }

  /// @param sensitive a tree like the values, `true` where they are
  static Value.Mapping ofPrinted(Value.Mapping values, Value sensitive) {
    Map<String, Value> marked = new LinkedHashMap<>(values.entries());
    if (sensitive instanceof Value.Mapping marks) {
      CONFIDENTIAL.stream()
          .filter(values.entries()::containsKey)
          .forEach(name -> marked.put(name, like(values.get(name), marks.get(name), name)));
    }
    return Value.Mapping.of(marked);
  }

  private static Value like(Value value, Value marks, String path) {
    if (marks.equals(Value.bool(true))) {
      return path.equals("config") || path.equals("auth") ? value : secret(value);
    }
    if (value instanceof Value.Mapping mapping && marks instanceof Value.Mapping inside) {
      Map<String, Value> marked = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach((key, one) ->
              marked.put(
                  key,
                  path.equals("config") && NAMES.contains(key)
                      ? one
                      : like(one, inside.get(key), path + "." + key)));
      return Value.Mapping.of(marked);
    }
    if (value instanceof Value.Items list && marks instanceof Value.Items inside) {
      var items = new ArrayList<Value>();
      for (int i = 0; i < list.items().size(); i++) {
        boolean isMarked = i < inside.items().size();
        Value one = list.items().get(i);
        items.add(isMarked ? like(one, inside.items().get(i), path + "[]") : one);
      }
      return Value.items(items);
    }
    return value;
  }

  /// Every text in it.
  static Value secret(Value value) {
    return switch (value) {
      case Value.Items items -> Value.items(items.items().stream().map(Marks::secret).toList());
      case Value.Mapping mapping -> {
        Map<String, Value> secrets = new LinkedHashMap<>();
        mapping.entries().forEach((key, inside) -> secrets.put(key, secret(inside)));
        yield Value.Mapping.of(secrets);
      }
      case Value.Text text ->
          text.text().isEmpty() || Mask.is(text.text())
              ? text
              : new Value.Secret(new Known(text.text()), Origin.LIVE);
      case Value.Num number -> new Value.Secret(new Known(number.asText()), Origin.LIVE);
      case Value.Bool bool -> bool;
      case Value.Null nothing -> nothing;
      case Value.Absent absent -> absent;
      case Value.Reference reference -> reference;
      case Value.Secret secret -> secret;
    };
  }

  /// A text that the state has in clear; never printed.
  private record Known(String text) implements SecretSource {

    @Override
    public String name() {
      return "terraform";
    }

    @Override
    public Optional<String> reveal() {
      return Optional.of(text);
    }

    @Override
    public String toString() {
      return "(secret)";
    }
  }
}
