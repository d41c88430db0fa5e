package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import java.util.ArrayList;
import java.util.List;

/// What can be done to columns beyond choosing them: dropping blocked ones from the destination.
public final class SchemaActionRoutes implements Routes {
  private static final String ALL = "/connections/{connectionId}/schemas";
  private static final String TABLE = ALL + "/{schema}/tables/{table}";

  @Override
  public void addTo(RouteTable table) {
    table.post(ALL + "/drop-columns", this::dropMany);
    table.delete(TABLE + "/columns/{column}", this::dropOne);
  }

  /// `{schemas: {schema: {tables: {table: {columns: [names]}}}}}`
  private Reply dropMany(Call call) {
    var connection = Existing.connection(call);
    var config = SchemaRoutes.existing(call, connection);
    for (var schema : members(call.body(), "schemas").properties()) {
      for (var table : members(schema.getValue(), "tables").properties()) {
        columns(table.getKey(), table.getValue().path("columns"))
            .forEach(column -> drop(config, schema.getKey(), table.getKey(), column));
      }
    }
    new SchemaConfigs(call.account()).save(connection, config);
    return Reply.done("Column(s) successfully marked for deletion");
  }

  private static JsonNode members(JsonNode node, String field) {
    var members = node.path(field);
    if (!members.isObject() || members.isEmpty()) {
      throw ApiError.invalid("Field '" + field + "' is required");
    }
    return members;
  }

  private static List<String> columns(String table, JsonNode list) {
    var names = new ArrayList<String>();
    list.forEach(name -> {
      if (!name.isTextual()) {
        throw ApiError.invalid("Field 'columns' of table '" + table + "' must list names");
      }
      names.add(name.asText());
    });
    if (!list.isArray() || names.isEmpty()) {
      throw ApiError.invalid("Field 'columns' of table '" + table + "' is required");
    }
    return names;
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
}
