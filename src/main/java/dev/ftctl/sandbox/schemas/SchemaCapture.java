package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.source.Source;
import dev.ftctl.sandbox.source.SourceSpec;
import dev.ftctl.sandbox.source.SourceTable;
import java.util.HashSet;

/// Looks at a source and brings the settings up to it.
///
/// @param spec how the source looks now
/// @param modes whether tables can be synced in several modes
record SchemaCapture(SourceSpec spec, Source source, boolean modes) {

  /// The settings after a look at the source: pre-created ones are applied as far as they fit, what
  /// is new follows the policy, what has vanished stays, locked as deleted.
  ///
  /// @param before is left alone
  SchemaConfig look(SchemaConfig before) {
    var document = before.document().deepCopy();
    document.put("captured", true).set("source", spec.toJson());
    if (!before.isCaptured()) {
      return firstLook(document);
    }
    var after = new SchemaConfig(document, source);
    keepVanished(before, after);
    source.schemas().forEach(schema -> addNew(before.source(), after, schema));
    return after;
  }

  private SchemaConfig firstLook(ObjectNode document) {
    var wanted = document.deepCopy();
    document.putObject("schemas");
    var after = new SchemaConfig(document, source);
    after.setKnown(after.policy().tables(), after.policy().columns());
    new SchemaChanges(after, SchemaChanges.Manner.LENIENT, modes).schemas(wanted);
    return after;
  }

  private void keepVanished(SchemaConfig before, SchemaConfig after) {
    for (var schema : before.source().schemas()) {
      var present = new HashSet<>(source.tables(schema));
      for (var name : before.source().tables(schema)) {
        if (!present.contains(name)) {
          before
              .table(schema, name)
              .ifPresent(table ->
                  SchemaConfig.setByPolicy(
                      after.writable(schema, name), before.enabled(schema, table)));
        }
      }
    }
  }

  private void addNew(Source before, SchemaConfig after, String schema) {
    var policy = after.policy();
    var known = new HashSet<>(before.tables(schema));
    if (!before.schemas().contains(schema) && policy.tables() != after.knownTables()) {
      SchemaConfig.setByPolicy(after.writable(schema), policy.tables());
    }
    for (var name : source.tables(schema)) {
      if (!known.contains(name) && policy.tables() != after.knownTables()) {
        SchemaConfig.setByPolicy(after.writable(schema, name), policy.tables());
      }
      if (policy.columns() != after.knownColumns()) {
        source.table(schema, name).ifPresent(table -> addNewColumns(before, after, schema, table));
      }
    }
  }

  private static void addNewColumns(
      Source before, SchemaConfig after, String schema, SourceTable table) {
    var known = before.table(schema, table.name());
    for (var column : table.columns()) {
      if (column.lock().isOpen()
          && known.flatMap(each -> each.column(column.name())).isEmpty()
          && !after.settings(schema, table.name(), column.name()).isObject()) {
        SchemaConfig.setByPolicy(
            after.writable(schema, table.name(), column.name()), after.policy().columns());
      }
    }
  }

  /// Turns everything on or off, as a reload may ask; columns that no user touched stay in.
  static void apply(ReloadMode mode, SchemaConfig config) {
    switch (mode) {
      case PRESERVE -> {}
      case INCLUDE -> {
        config.setKnown(true, true);
        config.document().put("quiet_columns", false);
        setAll(config, true);
      }
      case EXCLUDE -> {
        config.setKnown(false, true);
        config.document().put("quiet_columns", true);
        setAll(config, false);
      }
    }
  }

  private static void setAll(SchemaConfig config, boolean enabled) {
    for (var schema : config.document().path("schemas").properties()) {
      ((ObjectNode) schema.getValue()).remove("enabled");
      for (var table : schema.getValue().path("tables").properties()) {
        ((ObjectNode) table.getValue()).remove("enabled");
        config
            .table(schema.getKey(), table.getKey())
            .ifPresent(known -> setColumns(config, schema.getKey(), known, enabled));
      }
    }
  }

  private static void setColumns(
      SchemaConfig config, String schema, SourceTable table, boolean enabled) {
    for (var each : config.settings(schema, table.name()).path("columns").properties()) {
      var open = table.column(each.getKey()).filter(column -> column.lock().isOpen());
      if (open.isPresent()) {
        ((ObjectNode) each.getValue()).put("enabled", enabled);
      }
    }
  }
}
