package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A PATCH body that grows: `{schemas: {s: {tables: {t: {columns: {c: {enabled}}}}}}}`.
final class SchemaPatch {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");

  private final Branch root = new Branch(new LinkedHashMap<>(), new LinkedHashMap<>());

  /// A schema, table or column that is to be changed, or the whole.
  ///
  /// @param members what is set of itself
  /// @param below by name
  private record Branch(Map<String, Value> members, Map<String, Branch> below) {

    Branch child(String name) {
      return below.computeIfAbsent(
          name, fresh -> new Branch(new LinkedHashMap<>(), new LinkedHashMap<>()));
    }

    Value.Mapping body(int level) {
      var body = new LinkedHashMap<>(members);
      if (!below.isEmpty()) {
        var children = new LinkedHashMap<String, Value>();
        below.forEach((name, branch) -> children.put(name, branch.body(level + 1)));
        body.put(LEVELS.get(level), Value.Mapping.of(children));
      }
      return Value.Mapping.of(body);
    }
  }

  void root(String member, Value value) {
    root.members().put(member, value);
  }

  /// Sets a member of the schema, table or column that the names lead to.
  void set(List<String> names, String member, Value value) {
    Branch here = root;
    for (String name : names) {
      here = here.child(name);
    }
    here.members().put(member, value);
  }

  Value.Mapping body() {
    return root.body(0);
  }

  /// The way to a member of an element inside `spec`.
  static FieldPath written(List<String> names, String member) {
    var way = new ArrayList<String>();
    for (int level = 0; level < names.size(); level++) {
      way.add(LEVELS.get(level));
      way.add(names.get(level));
    }
    way.add(member);
    return new FieldPath(way);
  }

  static List<String> plus(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
