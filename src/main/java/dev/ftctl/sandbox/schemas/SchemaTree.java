package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.source.Lock;
import dev.ftctl.sandbox.source.SourceColumn;
import dev.ftctl.sandbox.source.SourceTable;
import java.util.Locale;
import java.util.regex.Pattern;

/// Schema settings as the API shows them.
///
/// @param destinationSchema the connection's name in the destination; a prefix for databases
/// @param modes whether tables can be synced in several modes
record SchemaTree(SchemaConfig config, String destinationSchema, boolean prefixed, boolean modes) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9_]");

  /// The whole tree, with those columns only that are listed.
  ObjectNode toJson() {
    var data = JSON.objectNode();
    data.put("enable_new_by_default", config.policy() == SchemaPolicy.ALLOW_ALL);
    data.put("schema_change_handling", config.policy().name());
    var schemas = data.putObject("schemas");
    config.schemas().forEach(schema -> schemas.set(schema, schema(schema)));
    return data;
  }

  private ObjectNode schema(String name) {
    var json = JSON.objectNode();
    json.put("name_in_destination", nameOfSchema(name));
    json.put("enabled", config.enabled(name));
    var tables = json.putObject("tables");
    for (var tableName : config.tables(name)) {
      config.table(name, tableName).ifPresent(table -> tables.set(tableName, table(name, table)));
    }
    return json;
  }

  private ObjectNode table(String schema, SourceTable table) {
    var json = JSON.objectNode();
    json.put("name_in_destination", nameInDestination(table.name()));
    json.put("enabled", config.enabled(schema, table));
    if (modes) {
      json.put("sync_mode", config.syncMode(schema, table.name()));
    }
    json.put("supports_columns_config", table.columnsConfigurable());
    json.put("supports_history_mode", modes);
    json.set("enabled_patch_settings", patchSettings(table.lock()));
    var columns = json.putObject("columns");
    config
        .listedColumns(schema, table)
        .forEach(column -> columns.set(column.name(), column(schema, table, column)));
    return json;
  }

  /// One column, listed or not.
  ObjectNode column(String schema, SourceTable table, SourceColumn column) {
    var json = JSON.objectNode();
    json.put("name_in_destination", nameInDestination(column.name()));
    json.put("enabled", config.enabled(schema, table, column));
    json.put("hashed", config.hashed(schema, table.name(), column.name()));
    json.put("is_primary_key", config.primaryKey(schema, table.name(), column));
    json.set("enabled_patch_settings", patchSettings(column.lock()));
    return json;
  }

  private static ObjectNode patchSettings(Lock lock) {
    var json = JSON.objectNode().put("allowed", lock.isOpen());
    return lock.isOpen()
        ? json
        : json.put("reason_code", lock.reasonCode()).put("reason", lock.reason());
  }

  private String nameOfSchema(String schema) {
    return prefixed ? destinationSchema + "_" + nameInDestination(schema) : destinationSchema;
  }

  private static String nameInDestination(String name) {
    // Which most are.
    return name.chars().allMatch(SchemaTree::isPlain)
        ? name
        : NO_NAME.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_");
  }

  private static boolean isPlain(int letter) {
    return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '_';
  }
}
