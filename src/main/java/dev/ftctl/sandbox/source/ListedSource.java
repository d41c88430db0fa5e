package dev.ftctl.sandbox.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A source whose tables are all written down.
record ListedSource(SequencedMap<String, SequencedMap<String, SourceTable>> content)
    implements Source {

  /// One schema with the given tables.
  static ListedSource of(String schema, List<SourceTable> tables) {
    var content = new LinkedHashMap<String, SequencedMap<String, SourceTable>>();
    var byName = new LinkedHashMap<String, SourceTable>();
    tables.forEach(table -> byName.put(table.name(), table));
    content.put(schema, byName);
    return new ListedSource(content);
  }

  @Override
  public List<String> schemas() {
    return List.copyOf(content.keySet());
  }

  @Override
  public List<String> tables(String schema) {
    return List.copyOf(inside(schema).keySet());
  }

  @Override
  public Optional<SourceTable> table(String schema, String table) {
    return Optional.ofNullable(inside(schema).get(table));
  }

  private Map<String, SourceTable> inside(String schema) {
    var tables = content.get(schema);
    return tables == null ? Map.of() : tables;
  }
}
