package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.Value;
import java.util.ArrayList;
import java.util.List;

/// A PATCH body that grows: `{schemas: {s: {tables: {t: {columns: {c: {enabled}}}}}}}`.
final class SchemaPatch {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");

  private Value.Mapping body = Value.Mapping.EMPTY;

  void root(String member, Value value) {
    body = body.with(member, value);
  }

  /// Sets a member of the schema, table or column that the names lead to.
  void set(List<String> names, String member, Value value) {
    body = with(body, names, 0, member, value);
  }

  Value.Mapping body() {
    return body;
  }

  private static Value.Mapping with(
      Value.Mapping here, List<String> names, int level, String member, Value value) {
    if (level == names.size()) {
      return here.with(member, value);
    }
    String container = LEVELS.get(level);
    Value.Mapping children = here.mapping(container);
    String name = names.get(level);
    return here.with(
        container,
        children.with(name, with(children.mapping(name), names, level + 1, member, value)));
  }

  static List<String> plus(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
