package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.schemas.SyncHistory;
import dev.ftctl.sandbox.store.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/// What can be done to a connection besides changing it: setup tests, syncs, connect card, state.
///
/// A sync takes no time here: it is over when the request is answered.
public final class ConnectionActions implements Routes {
  /// Function connectors and the Connector SDK; others have no state endpoint.
  private static final Set<String> WITH_STATE =
      Set.of("aws_lambda", "azure_function", "google_cloud_function", "connector_sdk");

  @Override
  public void addTo(RouteTable table) {
    table.post("/connections/{connectionId}/connect-card", this::connectCard);
    table.post("/connections/{connectionId}/resync", this::resync);
    table.get("/connections/{connectionId}/state", this::state);
    table.patch("/connections/{connectionId}/state", this::modifyState);
    table.post("/connections/{connectionId}/sync", this::sync);
    table.post("/connections/{connectionId}/test", this::test);
  }

  private Reply test(Call call) {
    var connection = Existing.connection(call).deepCopy();
    if (!call.hasBody()) {
      throw ApiError.badRequest("Request body is required");
    }
    var answer =
        ConnectionRoutes.withTests(call, connection, ConnectionRoutes.facts(call, connection));
    put(call, connection);
    return Reply.ok("Setup tests have been completed", answer);
  }

  private Reply sync(Call call) {
    var connection = Existing.connection(call).deepCopy();
    run(call, connection);
    return triggered(connection);
  }

  private Reply resync(Call call) {
    var connection = Existing.connection(call).deepCopy();
    checkScope(call, connection);
    connection.withObjectProperty("status").put("is_historical_sync", true);
    run(call, connection);
    return triggered(connection);
  }

  private static Reply triggered(ObjectNode connection) {
    var id = connection.path("id").asText();
    return Reply.done("Sync has been successfully triggered for connection with id '" + id + "'");
  }

  /// A paused connection syncs when it is switched on again; one that never passed its setup tests
  /// doesn't.
  private static void run(Call call, ObjectNode connection) {
    var status = connection.withObjectProperty("status");
    var state = status.path("setup_state").asText();
    if (!connection.path("paused").asBoolean() && state.equals(SetupState.CONNECTED)) {
      SyncHistory.started(call.account(), connection, "synced");
      connection.put("succeeded_at", call.account().now());
      status.put("is_historical_sync", false);
    } else if (state.equals(SetupState.BROKEN)) {
      connection.put("failed_at", call.account().now());
    }
    put(call, connection);
  }

  /// No scope means everything; an empty one, an empty list of tables, or tables of a connector
  /// that has only one are refused.
  private static void checkScope(Call call, ObjectNode connection) {
    var scope = call.body().path("scope");
    if (scope.isMissingNode() || scope.isNull()) {
      return;
    }
    if (!scope.isObject() || scope.isEmpty()) {
      throw ApiError.badRequest("Scope must not be empty");
    }
    for (var entry : scope.properties()) {
      if (!entry.getValue().isArray() || entry.getValue().isEmpty()) {
        throw ApiError.badRequest("Schema '" + entry.getKey() + "' in scope must list tables");
      }
    }
    if (ConnectionRoutes.facts(call, connection).naming() == NamingFamily.SCHEMA_TABLE) {
      throw ApiError.badRequest("Connection does not support table re-sync");
    }
  }

  private Reply connectCard(Call call) {
    var connection = Existing.connection(call);
    var config = call.body().path("connect_card_config");
    if (Nodes.text(config, "redirect_uri").filter(uri -> !uri.isBlank()).isEmpty()) {
      throw ApiError.invalid("Field 'redirect_uri' is required");
    }
    var id = connection.path("id").asText();
    var data = JsonNodeFactory.instance.objectNode().put("connector_id", id);
    data.set("connect_card", connectCard(id));
    data.set("connect_card_config", config);
    return Reply.ok("Connection Connect Card has been created", data);
  }

  /// A token in the form of a JWT, which opens nothing, and the address that would carry it.
  static JsonNode connectCard(String id) {
    var token =
        part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}")
            + "."
            + part("{\"connection\":\"" + id + "\"}")
            + "."
            + part(id);
    var card = JsonNodeFactory.instance.objectNode().put("token", token);
    return card.put("uri", "https://fivetran.com/connect-card/setup?auth=" + token);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private Reply state(Call call) {
    var connection = withState(call);
    if (!connection.path("_state").isObject()) {
      throw ApiError.badRequest(
          "State of connection with id '" + connection.path("id").asText() + "' doesn't exist");
    }
    var data = JsonNodeFactory.instance.objectNode();
    data.set("state", connection.path("_state"));
    return Reply.ok("Connection state retrieved successfully", data);
  }

  private Reply modifyState(Call call) {
    var connection = withState(call).deepCopy();
    if (!call.body().path("state").isObject()) {
      throw ApiError.badRequest("Field 'state' is required");
    }
    if (!connection.path("paused").asBoolean()) {
      throw ApiError.conflict("Connection must be paused to change its state");
    }
    connection.set("_state", call.body().path("state"));
    put(call, connection);
    return Reply.ok("Connection state has been updated", call.body().deepCopy().retain("state"));
  }

  private static ObjectNode withState(Call call) {
    var connection = Existing.connection(call);
    if (!WITH_STATE.contains(connection.path("service").asText())) {
      throw ApiError.notAllowed("Connection state is only available for function connectors");
    }
    return connection;
  }

  private static void put(Call call, ObjectNode connection) {
    SyncHistory.store(call.account(), connection);
  }
}
