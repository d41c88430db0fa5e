package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;

/// What can be done to tables and columns beyond choosing them: dropping blocked columns from the
/// destination, syncing tables again.
public final class SchemaActionRoutes implements Routes {
  private static final String ALL = "/connections/{connectionId}/schemas";
  private static final String TABLE = ALL + "/{schema}/tables/{table}";
  private static final String RESYNCED = "Re-sync has been triggered successfully";

  @Override
  public void addTo(RouteTable table) {
    table.post(ALL + "/drop-columns", this::dropMany);
    table.delete(TABLE + "/columns/{column}", this::dropOne);
    table.post(ALL + "/tables/resync", this::resyncMany);
    table.post(TABLE + "/resync", this::resyncOne);
  }

  /// `{schemas: {schema: {tables: {table: {columns: [names]}}}}}`
  private Reply dropMany(Call call) {
    var connection = Existing.connection(call);
    var config = SchemaRoutes.existing(call, connection);
    if (!call.body().path("schemas").isObject() || call.body().path("schemas").isEmpty()) {
      throw ApiError.invalid("Field 'schemas' is required");
    }
    for (var schema : call.body().path("schemas").properties()) {
      for (var table : schema.getValue().path("tables").properties()) {
        for (var column : table.getValue().path("columns")) {
          drop(config, schema.getKey(), table.getKey(), column.asText());
        }
      }
    }
    new SchemaConfigs(call.account()).save(connection, config);
    return Reply.done("Column(s) successfully marked for deletion");
  }

  private Reply dropOne(Call call) {
    var connection = Existing.connection(call);
    var config = SchemaRoutes.existing(call, connection);
    drop(config, call.param("schema"), call.param("table"), call.param("column"));
    new SchemaConfigs(call.account()).save(connection, config);
    return Reply.done("Column successfully marked for deletion");
  }

  private static void drop(SchemaConfig config, String schema, String tableName, String name) {
    var path = schema + "." + tableName + "." + name;
    var table = config.table(schema, tableName);
    var column = table.flatMap(each -> each.column(name));
    if (table.isEmpty() || column.isEmpty()) {
      throw ApiError.notFound("NotFound", "Column '" + path + "' is not found");
    }
    if (config.enabled(schema, table.get(), column.get())) {
      throw ApiError.conflict("Column '" + path + "' is not in blocked state");
    }
    config.writable(schema, tableName, name).put("marked_for_deletion", true);
  }

  /// `{schema: [tables]}`
  private Reply resyncMany(Call call) {
    var connection = Existing.connection(call);
    var config = SchemaRoutes.existing(call, connection);
    if (call.body().isEmpty()) {
      throw ApiError.badRequest("At least one table is required");
    }
    for (var schema : call.body().properties()) {
      if (!schema.getValue().isArray() || schema.getValue().isEmpty()) {
        throw ApiError.badRequest("Schema '" + schema.getKey() + "' names no tables");
      }
      schema.getValue().forEach(table -> mustKnow(config, schema.getKey(), table.asText()));
    }
    return resync(call, call.body());
  }

  private Reply resyncOne(Call call) {
    var config = SchemaRoutes.existing(call, Existing.connection(call));
    mustKnow(config, call.param("schema"), call.param("table"));
    var tables = JsonNodeFactory.instance.objectNode();
    tables.putArray(call.param("schema")).add(call.param("table"));
    return resync(call, tables);
  }

  private static Reply resync(Call call, JsonNode tables) {
    var connection = Existing.connection(call);
    if (!new SchemaConfigs(call.account()).resyncsTables(connection)) {
      throw ApiError.badRequest("The connection does not support table re-sync");
    }
    SyncHistory.resynced(call.account(), connection, tables);
    return Reply.done(RESYNCED);
  }

  private static void mustKnow(SchemaConfig config, String schema, String table) {
    if (config.table(schema, table).isEmpty()) {
      throw ApiError.notFound("NotFound", "Table '" + schema + "." + table + "' is not found");
    }
  }
}
