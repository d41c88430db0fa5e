package dev.ftctl.walk;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Lab;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a tree of wishes excludes or hashes and the simulator has in clear. Reads patterns by
/// itself.
///
/// @param tree what stands under `schemas:`
record InClear(Lab lab, String id, String name, Map<String, Object> tree) {

  void add(List<String> found) {
    SchemasApi api = lab.account(false).api(SchemasApi.class);
    Value.Mapping schemas = api.read(id).mapping("schemas");
    for (String schema : schemas.entries().keySet()) {
      Map<?, ?> wish = of(tree, schema);
      Value.Mapping live = schemas.mapping(schema);
      if (isOff(live)) {
        continue;
      }
      if (excludes(wish)) {
        found.add(name + ": " + schema + " syncs; " + tree);
      }
      Value.Mapping tables = live.mapping("tables");
      for (String table : tables.entries().keySet()) {
        Map<?, ?> inner = of(below(wish, "tables"), table);
        if (!isOff(tables.mapping(table))) {
          table(api, schema, table, inner, found);
        }
      }
    }
  }

  private void table(
      SchemasApi api, String schema, String table, Map<?, ?> wish, List<String> found) {
    if (excludes(wish)) {
      found.add(name + ": " + schema + "." + table + " syncs; " + tree);
    }
    Map<?, ?> columns = below(wish, "columns");
    if (columns.isEmpty()) {
      return;
    }
    Value.Mapping live = api.columns(id, schema, table).mapping("columns");
    for (String column : live.entries().keySet()) {
      Map<?, ?> inner = of(columns, column);
      Value.Mapping is = live.mapping(column);
      boolean isBare =
          Boolean.TRUE.equals(inner.get("hashed")) && !is.get("hashed").equals(Value.bool(true));
      if (!isOff(is) && (excludes(inner) || isBare)) {
        found.add(name + ": " + schema + "." + table + "." + column + " is in clear; " + tree);
      }
    }
  }

  private static boolean isOff(Value.Mapping live) {
    return live.get("enabled").equals(Value.bool(false));
  }

  private static boolean excludes(Map<?, ?> wish) {
    return Boolean.FALSE.equals(wish.get("enabled"));
  }

  private static Map<?, ?> below(Map<?, ?> wish, String level) {
    return wish.get(level) instanceof Map<?, ?> inner ? inner : Map.of();
  }

  /// The exact wish, else the last pattern that matches.
  private static Map<?, ?> of(Map<?, ?> wishes, String name) {
    if (wishes.get(name) instanceof Map<?, ?> exact) {
      return exact;
    }
    Map<?, ?> last = Map.of();
    for (Map.Entry<?, ?> wish : wishes.entrySet()) {
      String regex =
          Pattern.quote(String.valueOf(wish.getKey()))
              .replace("*", "\\E.*\\Q")
              .replace("?", "\\E.\\Q");
      if (name.matches(regex) && wish.getValue() instanceof Map<?, ?> inner) {
        last = inner;
      }
    }
    return last;
  }
}
