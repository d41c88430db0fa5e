package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.source.Lock;
import dev.ftctl.sandbox.source.Source;
import dev.ftctl.sandbox.source.SourceColumn;
import dev.ftctl.sandbox.source.SourceTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// One connection's schema settings: which elements of the source are known, and how each is set.
///
/// The document holds no tree, only what differs from the rule for known elements, so that 10,000
/// tables stay cheap: `{captured, schema_change_handling, quiet_columns, known: {tables, columns},
/// source, schemas: {schema: {enabled?, tables: {table: {enabled?, sync_mode?, columns: {column:
/// {enabled?, hashed?, is_primary_key?}}}}}}}`. What the policy decided later than the rule is
/// marked `by_policy`. Confined to one call.
final class SchemaConfig {
  private static final String BY_POLICY = "by_policy";

  private final ObjectNode document;
  private final Source source;

  /// @param document is changed in place: hand in a copy
  /// @param source what was found at the last capture, or a [DeclaredSource]
  SchemaConfig(ObjectNode document, Source source) {
    this.document = document;
    this.source = source;
  }

  ObjectNode document() {
    return document;
  }

  /// Whether the source was ever looked at; before, only pre-created settings are known.
  boolean isCaptured() {
    return document.path("captured").asBoolean();
  }

  SchemaPolicy policy() {
    return SchemaPolicy.parse(document.path("schema_change_handling").asText());
  }

  /// Does not flip known elements; untouched columns that now differ from it become visible. Before
  /// a capture nothing is known, so the policy is also the rule for what is not set.
  void changePolicy(SchemaPolicy policy) {
    if (policy != policy()) {
      document.put("schema_change_handling", policy.name()).put("quiet_columns", false);
    }
    if (!isCaptured()) {
      setKnown(policy.tables(), policy.columns());
    }
  }

  Source source() {
    return source;
  }

  List<String> schemas() {
    return union(source.schemas(), document.path("schemas"));
  }

  /// Known tables of a schema, those that have vanished from the source last.
  List<String> tables(String schema) {
    return union(source.tables(schema), settings(schema).path("tables"));
  }

  /// A known table; vanished tables and columns are in it, locked as deleted.
  Optional<SourceTable> table(String schema, String name) {
    var set = settings(schema, name);
    var found = source.table(schema, name);
    if (found.isEmpty() && !set.isObject()) {
      return Optional.empty();
    }
    var table = found.orElseGet(() -> new SourceTable(name, Lock.DELETED, true, List.of()));
    var vanished = new ArrayList<SourceColumn>();
    set.path("columns")
        .fieldNames()
        .forEachRemaining(column -> {
          if (table.column(column).isEmpty()) {
            vanished.add(new SourceColumn(column, false, Lock.DELETED));
          }
        });
    if (vanished.isEmpty()) {
      return Optional.of(table);
    }
    var columns = new ArrayList<>(table.columns());
    columns.addAll(vanished);
    return Optional.of(new SourceTable(name, table.lock(), table.columnsConfigurable(), columns));
  }

  boolean enabled(String schema) {
    return settings(schema).path("enabled").asBoolean(knownTables());
  }

  /// A table's own flag; a disabled schema doesn't change it (fivetran-quirks Q52).
  boolean enabled(String schema, SourceTable table) {
    var rule = knownTables() || !table.lock().isOpen();
    return settings(schema, table.name()).path("enabled").asBoolean(rule);
  }

  boolean enabled(String schema, SourceTable table, SourceColumn column) {
    var rule = knownColumns() || !column.lock().isOpen();
    return settings(schema, table.name(), column.name()).path("enabled").asBoolean(rule);
  }

  boolean hashed(String schema, String table, String column) {
    return settings(schema, table, column).path("hashed").asBoolean(false);
  }

  boolean primaryKey(String schema, String table, SourceColumn column) {
    return settings(schema, table, column.name())
        .path("is_primary_key")
        .asBoolean(column.primaryKey());
  }

  /// The mode set for a table, or the mode every table starts with.
  String syncMode(String schema, String table) {
    return settings(schema, table).path("sync_mode").asText("SOFT_DELETE");
  }

  /// The columns that the API lists: touched by a user, or diverging from the policy.
  List<SourceColumn> listedColumns(String schema, SourceTable table) {
    if (!table.columnsConfigurable()) {
      return List.of();
    }
    var expected = document.path("quiet_columns").asBoolean() ? knownColumns() : policy().columns();
    var untouched = settings(schema, table.name()).path("columns").isEmpty();
    if (untouched && expected && knownColumns()) {
      return List.of();
    }
    return table.columns().stream()
        .filter(column ->
            isTouched(settings(schema, table.name(), column.name()))
                || enabled(schema, table, column) != expected)
        .toList();
  }

  /// The flag that known tables have unless something else is set.
  boolean knownTables() {
    return document.path("known").path("tables").asBoolean();
  }

  boolean knownColumns() {
    return document.path("known").path("columns").asBoolean();
  }

  /// Sets the rule for everything that is known by now and not set otherwise.
  void setKnown(boolean tables, boolean columns) {
    document.set(
        "known",
        JsonNodeFactory.instance.objectNode().put("tables", tables).put("columns", columns));
  }

  /// What is set for an element; missing when nothing is.
  JsonNode settings(String schema) {
    return document.path("schemas").path(schema);
  }

  JsonNode settings(String schema, String table) {
    return settings(schema).path("tables").path(table);
  }

  JsonNode settings(String schema, String table, String column) {
    return settings(schema, table).path("columns").path(column);
  }

  /// The node to write an element's settings to.
  ObjectNode writable(String schema) {
    return document.withObjectProperty("schemas").withObjectProperty(schema);
  }

  ObjectNode writable(String schema, String table) {
    return writable(schema).withObjectProperty("tables").withObjectProperty(table);
  }

  ObjectNode writable(String schema, String table, String column) {
    return writable(schema, table).withObjectProperty("columns").withObjectProperty(column);
  }

  /// Sets a flag as the policy's decision, which doesn't count as touched.
  static void setByPolicy(ObjectNode settings, boolean enabled) {
    settings.put("enabled", enabled).put(BY_POLICY, true);
  }

  /// Sets a flag as a user's decision.
  static void setByUser(ObjectNode settings, boolean enabled) {
    settings.put("enabled", enabled).remove(BY_POLICY);
  }

  private static boolean isTouched(JsonNode column) {
    return !column.isEmpty() && !column.has(BY_POLICY);
  }

  private static List<String> union(List<String> found, JsonNode settings) {
    if (settings.isEmpty()) {
      return found;
    }
    var names = new LinkedHashSet<>(found);
    settings.fieldNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }
}
