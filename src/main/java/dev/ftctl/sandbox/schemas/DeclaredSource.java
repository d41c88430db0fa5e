package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.source.Lock;
import dev.ftctl.sandbox.source.Source;
import dev.ftctl.sandbox.source.SourceColumn;
import dev.ftctl.sandbox.source.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What pre-created settings claim of a source that nobody has looked at yet.
///
/// @param settings the settings as they were sent: `{schema: {tables: {table: {columns}}}}`
record DeclaredSource(JsonNode settings) implements Source {

  @Override
  public List<String> schemas() {
    return names(settings);
  }

  @Override
  public List<String> tables(String schema) {
    return names(settings.path(schema).path("tables"));
  }

  @Override
  public Optional<SourceTable> table(String schema, String table) {
    var declared = settings.path(schema).path("tables").path(table);
    if (!declared.isObject()) {
      return Optional.empty();
    }
    var columns =
        names(declared.path("columns")).stream()
            .map(name -> new SourceColumn(name, false, Lock.OPEN))
            .toList();
    return Optional.of(new SourceTable(table, Lock.OPEN, true, columns));
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
