package dev.ftctl.sandbox.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.util.List;
import java.util.Optional;

/// The connections and destinations that take their secrets from a manager, all in one page, since
/// the API document names no parameter for another.
public final class EntityRoutes implements Routes {
  private static final String MESSAGE = "Operation performed successfully";

  @Override
  public void addTo(RouteTable table) {
    table.get("/external-secrets-managers-entities", this::ofAll);
    table.get("/external-secrets-managers/{esmId}/entities", this::ofOne);
  }

  private Reply ofAll(Call call) {
    return Reply.ok(MESSAGE, entities(call, call.query("esm_id")));
  }

  private Reply ofOne(Call call) {
    var id = call.param("esmId");
    Attachment.SECRETS_MANAGER.get(call.account(), id);
    return Reply.ok(MESSAGE, entities(call, Optional.of(id)));
  }

  private static ObjectNode entities(Call call, Optional<String> manager) {
    var type = call.query("type").orElse("all");
    if (!List.of("source", "destination", "all").contains(type)) {
      throw ApiError.badRequest("Unsupported entity type '" + type + "'.");
    }
    var data = JsonNodeFactory.instance.objectNode();
    var items = data.putArray("items");
    for (var each : Attachment.SECRETS_MANAGER.all(call.account())) {
      var id = each.path("id").asText();
      if (manager.isEmpty() || manager.get().equals(id)) {
        if (!type.equals("destination")) {
          add(call.account(), AccountData.CONNECTIONS, id, items);
        }
        if (!type.equals("source")) {
          add(call.account(), AccountData.DESTINATIONS, id, items);
        }
      }
    }
    return data;
  }

  private static void add(AccountData account, String users, String manager, ArrayNode items) {
    var isSource = users.equals(AccountData.CONNECTIONS);
    for (var user : Attachment.SECRETS_MANAGER.users(account, users, manager)) {
      var group = account.find(AccountData.GROUPS, user.path("group_id").asText());
      var name = isSource ? user.path("schema") : group.map(it -> it.path("name")).orElse(user);
      var state = isSource ? user.path("status").path("setup_state") : user.path("setup_status");
      items
          .addObject()
          .put("id", user.path("id").asText())
          .put("name", name.asText())
          .put(
              "enabled",
              state.asText().equals(SetupState.CONNECTED) && !user.path("paused").asBoolean())
          .put("type", isSource ? "SOURCE" : "DESTINATION")
          .put("secret_manager_id", manager)
          .put(
              "created_at",
              Nodes.text(user, "created_at")
                  .or(() -> group.flatMap(it -> Nodes.text(it, "created_at")))
                  .orElseGet(account::now));
    }
  }
}
