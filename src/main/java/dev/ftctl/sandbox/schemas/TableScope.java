package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;

/// Tables that a request names to have them synced again: `{schema: [tables]}`.
public record TableScope(AccountData account, ObjectNode connection) {

  /// Refuses another shape, a connection that is one table anyway, and what the schema settings
  /// don't know.
  public void check(Call call, JsonNode scope) {
    for (var schema : scope.properties()) {
      if (!schema.getValue().isArray() || schema.getValue().isEmpty()) {
        throw ApiError.badRequest("Schema '" + schema.getKey() + "' must list tables");
      }
      for (var table : schema.getValue()) {
        if (!table.isTextual()) {
          throw ApiError.badRequest("Schema '" + schema.getKey() + "' must list names of tables");
        }
      }
    }
    if (!new SchemaConfigs(account).resyncsTables(connection)) {
      throw ApiError.badRequest("The connection does not support table re-sync");
    }
    var config = SchemaRoutes.existing(call, connection);
    for (var schema : scope.properties()) {
      schema.getValue().forEach(table -> mustKnow(config, schema.getKey(), table.asText()));
    }
  }

  private static void mustKnow(SchemaConfig config, String schema, String table) {
    if (config.table(schema, table).isEmpty()) {
      throw ApiError.notFound("NotFound", "Table '" + schema + "." + table + "' is not found");
    }
  }
}
