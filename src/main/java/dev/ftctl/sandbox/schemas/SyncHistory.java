package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.source.SourceTable;
import dev.ftctl.sandbox.store.AccountData;
import java.time.Instant;
import java.util.Optional;

/// What would have been synced, and how: the account's collection `history`, oldest first, so that
/// anyone can check afterwards that nothing left its source that should not.
///
/// An item is `{at, connection, event, excluded?, hashed?, tables?}`: `excluded` and `hashed` hold
/// paths as `public`, `public.audit_log`, `public.users.ssn`; everything else of the source went to
/// the destination as it is.
public final class SyncHistory {
  private static final String COLLECTION = "history";

  private SyncHistory() {}

  /// Records a sync. The first one captures the source's schema.
  ///
  /// @param event what made it sync, as `unpaused` or `synced`
  /// @param tables what is synced again from the start, if it is about some tables
  public static void started(
      AccountData account,
      ObjectNode connection,
      String event,
      Instant at,
      Optional<JsonNode> tables) {
    var configs = new SchemaConfigs(account);
    var config = configs.find(connection).orElseGet(() -> configs.fresh(connection));
    if (!config.isCaptured()) {
      config = configs.capture(connection).look(config);
      configs.save(connection, config);
    }
    var item = item(at, connection, event);
    tables.ifPresent(some -> item.set("tables", some));
    var excluded = item.putArray("excluded");
    var hashed = item.putArray("hashed");
    for (var schema : config.schemas()) {
      if (config.enabled(schema)) {
        addTables(config, schema, excluded, hashed);
      } else {
        excluded.add(schema);
      }
    }
    add(account, item);
  }

  private static void addTables(
      SchemaConfig config, String schema, ArrayNode excluded, ArrayNode hashed) {
    for (var name : config.tables(schema)) {
      var table = config.table(schema, name);
      if (table.isEmpty() || !config.enabled(schema, table.get())) {
        excluded.add(schema + "." + name);
      } else if (!config.knownColumns()
          || !config.settings(schema, name).path("columns").isEmpty()) {
        addColumns(config, schema, table.get(), excluded, hashed);
      }
    }
  }

  private static void addColumns(
      SchemaConfig config, String schema, SourceTable table, ArrayNode excluded, ArrayNode hashed) {
    for (var column : table.columns()) {
      var path = schema + "." + table.name() + "." + column.name();
      if (!config.enabled(schema, table, column)) {
        excluded.add(path);
      } else if (config.hashed(schema, table.name(), column.name())) {
        hashed.add(path);
      }
    }
  }

  private static ObjectNode item(Instant at, ObjectNode connection, String event) {
    var item = JsonNodeFactory.instance.objectNode();
    item.put("at", AccountData.timestamp(at));
    item.put("connection", connection.path("id").asText());
    return item.put("event", event);
  }

  private static void add(AccountData account, ObjectNode item) {
    account.put(COLLECTION, String.valueOf(account.entries(COLLECTION).size()), item);
  }
}
