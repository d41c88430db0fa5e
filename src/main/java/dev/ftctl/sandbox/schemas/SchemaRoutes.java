package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.QuotaGate;
import java.util.function.Consumer;

/// `/connections/{connectionId}/schemas`: reading, choosing, reloading.
public final class SchemaRoutes implements Routes {
  private static final String ALL = "/connections/{connectionId}/schemas";
  private static final String SCHEMA = ALL + "/{schema}";
  private static final String TABLE = SCHEMA + "/tables/{table}";
  private static final String COLUMN = TABLE + "/columns/{column}";

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, this::show);
    table.post(ALL, this::preCreate);
    table.patch(ALL, this::changeAll);
    table.post(ALL + "/reload", this::reload);
    table.patch(SCHEMA, this::changeSchema);
    table.patch(TABLE, this::changeTable);
    table.patch(COLUMN, this::changeColumn);
    table.get(TABLE + "/columns", this::columns);
  }

  private Reply show(Call call) {
    var connection = Existing.connection(call);
    return tree(call, "Schema configuration retrieved successfully", existing(call, connection));
  }

  /// Before a capture everything is taken as it comes and answered like that; afterwards what
  /// doesn't fit the source is left out silently.
  private Reply preCreate(Call call) {
    var connection = Existing.connection(call);
    if (!call.body().path("schemas").isObject()) {
      throw ApiError.invalid("Field 'schemas' is required");
    }
    var configs = new SchemaConfigs(call.account());
    var config = configs.find(connection).orElseGet(() -> configs.fresh(connection));
    setPolicy(call, connection, config);
    var manner =
        config.isCaptured() ? SchemaChanges.Manner.LENIENT : SchemaChanges.Manner.DECLARING;
    var modes = !config.isCaptured() || configs.hasModes(connection);
    new SchemaChanges(config, manner, modes).schemas(call.body());
    configs.save(connection, config);
    return tree(call, "Schema configuration pre-created successfully", config);
  }

  /// Looks at the source, which only a connected connection can reach.
  private Reply reload(Call call) {
    var connection = Existing.connection(call);
    var mode = ReloadMode.of(call);
    mustReachSource(call, connection);
    var configs = new SchemaConfigs(call.account());
    var before = configs.find(connection).orElseGet(() -> configs.fresh(connection));
    var config = configs.capture(connection).look(before);
    SchemaCapture.apply(mode, config);
    configs.save(connection, config);
    return tree(call, "Schema configuration has been reloaded", config);
  }

  private Reply changeAll(Call call) {
    return changed(
        call,
        "Schema configuration has been modified",
        patch -> {
          setPolicy(call, Existing.connection(call), patch.config());
          call.bool("is_type_locked")
              .ifPresent(locked -> patch.config().document().put("is_type_locked", locked));
          patch.schemas(call.body());
        });
  }

  private Reply changeSchema(Call call) {
    return changed(
        call,
        "Database schema configuration has been modified",
        patch -> patch.schema(call.param("schema"), call.body()));
  }

  private Reply changeTable(Call call) {
    return changed(
        call,
        "Table configuration has been modified",
        patch -> patch.table(call.param("schema"), call.param("table"), call.body()));
  }

  private Reply changeColumn(Call call) {
    return changed(
        call,
        "Column configuration has been modified",
        patch ->
            patch.column(
                call.param("schema"), call.param("table"), call.param("column"), call.body()));
  }

  private static Reply changed(Call call, String message, Consumer<SchemaChanges> change) {
    var connection = Existing.connection(call);
    var configs = new SchemaConfigs(call.account());
    var config = existing(call, connection);
    var modes = !config.isCaptured() || configs.hasModes(connection);
    change.accept(new SchemaChanges(config, SchemaChanges.Manner.STRICT, modes));
    configs.save(connection, config);
    return tree(call, message, config);
  }

  /// Every column as the source has it now, listed or not; new ones as a reload would set them.
  private Reply columns(Call call) {
    var connection = Existing.connection(call);
    var config = existing(call, connection);
    mustReachSource(call, connection);
    var schema = call.param("schema");
    var name = call.param("table");
    var seen = new SchemaConfigs(call.account()).capture(connection).look(config);
    var known = config.table(schema, name).isPresent();
    var table =
        seen.source()
            .table(schema, name)
            .filter(found -> known)
            .orElseThrow(() ->
                ApiError.notFound("NotFound", "Table '" + schema + "." + name + "' is not found"));
    var tree = treeOf(call, seen);
    var data = JsonNodeFactory.instance.objectNode();
    var columns = data.putObject("columns");
    table.columns().forEach(each -> columns.set(each.name(), tree.column(schema, table, each)));
    return Reply.ok("Column configuration retrieved successfully", data);
  }

  private static void setPolicy(Call call, ObjectNode connection, SchemaConfig config) {
    var wanted = call.text("schema_change_handling").map(SchemaPolicy::parse);
    if (wanted.isPresent() && SchemaConfigs.isSap(connection)) {
      throw ApiError.invalid("Schema change handling can't be changed for this connection");
    }
    wanted.ifPresent(config::changePolicy);
  }

  /// Counts as interaction with the source, and needs the connection connected.
  private static void mustReachSource(Call call, ObjectNode connection) {
    if (!connection.path("status").path("setup_state").asText().equals(SetupState.CONNECTED)) {
      var id = connection.path("id").asText();
      throw new ApiError(
          409, "IllegalState", "Connection with id '" + id + "' is not in 'Connected' state");
    }
    call.account().spend(QuotaGate.Quota.SOURCE_INTERACTIONS_PER_MINUTE);
    call.account().spend(QuotaGate.Quota.SOURCE_INTERACTIONS_PER_HOUR);
  }

  private static Reply tree(Call call, String message, SchemaConfig config) {
    return Reply.ok(message, treeOf(call, config).toJson());
  }

  private static SchemaTree treeOf(Call call, SchemaConfig config) {
    var connection = Existing.connection(call);
    var databases = new SchemaConfigs(call.account()).hasModes(connection);
    var name = connection.path("schema").asText();
    return new SchemaTree(config, name.replaceFirst("\\..*", ""), databases, databases);
  }

  /// The settings, or the 404 that tells clients to reload or pre-create.
  static SchemaConfig existing(Call call, ObjectNode connection) {
    var id = connection.path("id").asText();
    return new SchemaConfigs(call.account())
        .find(connection)
        .orElseThrow(() ->
            ApiError.notFound(
                "NotFound_SchemaConfig",
                "Connection with id '" + id + "' doesn't have schema config"));
  }
}
