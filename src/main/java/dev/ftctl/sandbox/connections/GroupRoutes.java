package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.sandbox.config.Cascades;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.people.Memberships;
import dev.ftctl.sandbox.store.AccountData;

/// `/groups`.
public final class GroupRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/groups", this::list);
    table.post("/groups", this::create);
    table.get("/groups/{groupId}", this::details);
    table.patch("/groups/{groupId}", this::modify);
    table.delete("/groups/{groupId}", this::delete);
    table.get("/groups/{groupId}/connections", this::connections);
    table.get("/groups/{groupId}/public-key", this::publicKey);
    table.get("/groups/{groupId}/service-account", this::serviceAccount);
  }

  private Reply list(Call call) {
    return Reply.ok(
        "Groups retrieved successfully",
        call.page().of(call.account().all(AccountData.GROUPS), group -> group));
  }

  /// Names need not be unique: nothing says that the API refuses a second group of the same name.
  private Reply create(Call call) {
    var account = call.account();
    var group = JsonNodeFactory.instance.objectNode();
    group
        .put("id", account.newId())
        .put("name", call.required("name"))
        .put("created_at", account.now());
    var id = group.path("id").asText();
    account.put(AccountData.GROUPS, id, group);
    // Whoever creates a group belongs to it; the official provider hides that member.
    account
        .userId()
        .ifPresent(user -> Memberships.USER_GROUPS.add(account, user, id, "Manage Destination"));
    return Reply.created("Group has been created", group);
  }

  private Reply details(Call call) {
    return Reply.ok("Group details retrieved successfully", Existing.group(call));
  }

  private Reply modify(Call call) {
    var group = Existing.group(call).deepCopy();
    if (call.body().has("name")) {
      group.put("name", call.required("name"));
    }
    call.account().put(AccountData.GROUPS, call.param("groupId"), group);
    return Reply.ok("Group has been updated", group);
  }

  /// A group must be empty: connections first, then the destination.
  private Reply delete(Call call) {
    Existing.group(call);
    var id = call.param("groupId");
    var account = call.account();
    if (account.all(AccountData.CONNECTIONS).stream()
        .anyMatch(each -> each.path("group_id").asText().equals(id))) {
      throw ApiError.conflict("Group with id '" + id + "' has connections");
    }
    if (account.find(AccountData.DESTINATIONS, id).isPresent()) {
      throw ApiError.conflict("Group with id '" + id + "' has a destination");
    }
    Cascades.ofGroup(account, id);
    account.remove(AccountData.GROUPS, id);
    Memberships.forget(account, id);
    return Reply.done("Group with id '" + id + "' has been deleted");
  }

  private Reply connections(Call call) {
    Existing.group(call);
    var found =
        call.account().all(AccountData.CONNECTIONS).stream()
            .filter(each -> each.path("group_id").asText().equals(call.param("groupId")))
            .filter(each -> ConnectionRoutes.fits(call, each, "schema"))
            .toList();
    return Reply.ok(
        "Group connections retrieved successfully", call.page().of(found, ConnectionView::item));
  }

  private Reply publicKey(Call call) {
    Existing.group(call);
    var data =
        JsonNodeFactory.instance
            .objectNode()
            .put("public_key", Keys.sshPublicKey(call.param("groupId")));
    return Reply.ok("Group SSH public key retrieved successfully", data);
  }

  private Reply serviceAccount(Call call) {
    Existing.group(call);
    var data =
        JsonNodeFactory.instance
            .objectNode()
            .put("service_account", Keys.serviceAccount(call.param("groupId")));
    return Reply.ok("Group service account retrieved successfully", data);
  }
}
