package dev.ftctl.sql;

import dev.ftctl.kind.downstream.WarehouseName;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// The tables of a schema configuration, as the API tells it. What it names in the destination
/// counts; where it names nothing, the rules of names do.
public final class SchemaConfiguration {

  private static final String NAME = "name_in_destination";

  private SchemaConfiguration() {}

  /// @param answer with `schemas`
  /// @param schemaThere what a schema is called in the destination where the answer does not say
  ///   it; empty where nobody knows
  public static List<SourceTable> tables(Value.Mapping answer, UnaryOperator<String> schemaThere) {
    var all = new ArrayList<SourceTable>();
    Value.Mapping schemas = answer.mapping("schemas");
    for (String schema : schemas.entries().keySet()) {
      String told = schemas.mapping(schema).text(NAME);
      Value.Mapping tables = schemas.mapping(schema).mapping("tables");
      for (String table : tables.entries().keySet()) {
        all.add(
            new SourceTable(
                schema,
                table,
                told.isEmpty() ? schemaThere.apply(schema) : told,
                name(tables, table),
                columns(tables.mapping(table)),
                false));
      }
    }
    return all;
  }

  /// Names in the destination by those in the source.
  ///
  /// @param answer with `columns`
  public static SequencedMap<String, String> columns(Value.Mapping answer) {
    var columns = new LinkedHashMap<String, String>();
    Value.Mapping listed = answer.mapping("columns");
    listed.entries().keySet().forEach(column -> columns.put(column, name(listed, column)));
    return columns;
  }

  private static String name(Value.Mapping siblings, String name) {
    String told = siblings.mapping(name).text(NAME);
    return told.isEmpty() ? WarehouseName.of(name) : told;
  }
}
