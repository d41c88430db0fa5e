package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes out of a PATCH the columns that the source does not have: one unknown name makes Fivetran refuse the whole (404).
final class KnownColumns {

  private final SchemaApi api;
  private final String connectionId;

  KnownColumns(SchemaApi api, String connectionId) {
    this.api = api;
    this.connectionId = connectionId;
  }

  Value.Mapping only(Value.Mapping body) {
    var schemas = new LinkedHashMap<String, Value>();
    each(body, "schemas")
        .forEach(
            (schema, inSchema) -> {
              var tables = new LinkedHashMap<String, Value>();
              each(inSchema, "tables").forEach((table, inTable) -> tables.put(table, table(schema, table, inTable)));
              schemas.put(schema, tables.isEmpty() ? inSchema : inSchema.with("tables", Value.Mapping.of(tables)));
            });
    return schemas.isEmpty() ? body : body.with("schemas", Value.Mapping.of(schemas));
  }

  private Value.Mapping table(String schema, String table, Value.Mapping inTable) {
    if (inTable.mapping("columns").entries().isEmpty()) {
      return inTable;
    }
    Value.Mapping known = api.columns(connectionId, schema, table).mapping("columns");
    var columns = new LinkedHashMap<String, Value>();
    each(inTable, "columns")
        .forEach(
            (column, settings) -> {
              if (!known.get(column).isAbsent()) {
                columns.put(column, settings);
              }
            });
    return columns.isEmpty() ? inTable.without("columns") : inTable.with("columns", Value.Mapping.of(columns));
  }

  private static Map<String, Value.Mapping> each(Value.Mapping parent, String below) {
    var children = new LinkedHashMap<String, Value.Mapping>();
    parent
        .mapping(below)
        .entries()
        .forEach(
            (name, value) -> {
              if (value instanceof Value.Mapping mapping) {
                children.put(name, mapping);
              }
            });
    return children;
  }
}
