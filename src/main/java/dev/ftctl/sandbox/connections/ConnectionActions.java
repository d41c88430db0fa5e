package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.Nodes;
import dev.ftctl.sandbox.syncs.SyncEngine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/// What can be done to a connection besides changing it and syncing: setup tests, connect card,
/// state.
public final class ConnectionActions implements Routes {
  /// Function connectors and the Connector SDK; others have no state endpoint.
  private static final Set<String> WITH_STATE =
      Set.of("aws_lambda", "azure_function", "google_cloud_function", "connector_sdk");

  private final SyncEngine engine;

  public ConnectionActions(SyncEngine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(RouteTable table) {
    table.post("/connections/{connectionId}/connect-card", this::connectCard);
    table.get("/connections/{connectionId}/state", this::state);
    table.patch("/connections/{connectionId}/state", this::modifyState);
    table.post("/connections/{connectionId}/test", this::test);
  }

  private Reply test(Call call) {
    var connection = Existing.connection(call).deepCopy();
    if (!call.hasBody()) {
      throw ApiError.badRequest("Request body is required");
    }
    var tests = ConnectionTests.run(call, connection);
    var stored = engine.store(call.account(), connection, false);
    return Reply.ok(
        "Setup tests have been completed", ConnectionTests.details(call, stored, tests));
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
    if (connection.path("status").path("sync_state").asText().equals("syncing")) {
      throw ApiError.conflict("A sync is in progress; the state can be changed when it has ended");
    }
    connection.set("_state", call.body().path("state"));
    engine.store(call.account(), connection, false);
    return Reply.ok("Connection state has been updated", call.body().deepCopy().retain("state"));
  }

  private static ObjectNode withState(Call call) {
    var connection = Existing.connection(call);
    if (!WITH_STATE.contains(connection.path("service").asText())) {
      throw ApiError.notAllowed("Connection state is only available for function connectors");
    }
    return connection;
  }
}
