package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.util.Optional;
import java.util.function.Function;

/// `/teams`, their users, and their memberships.
public final class TeamRoutes implements Routes {

  @Override
  public void addTo(RouteTable table) {
    table.get("/teams", this::list);
    table.post("/teams", this::create);
    table.get("/teams/{teamId}", this::show);
    table.patch("/teams/{teamId}", this::change);
    table.delete("/teams/{teamId}", this::delete);
    table.delete("/teams/{teamId}/role", this::removeRole);
    memberships("groups", Memberships.TEAM_GROUPS, "group", "Group membership").addTo(table);
    memberships("connections", Memberships.TEAM_CONNECTIONS, "connection", "Connection membership")
        .addTo(table);
    new TeamUserRoutes().addTo(table);
  }

  private static MembershipRoutes memberships(
      String places, Memberships sort, String one, String subject) {
    return new MembershipRoutes(
        "/teams/{teamId}",
        places,
        sort,
        TeamRoutes::idOf,
        new MembershipRoutes.Words(
            "Team " + one + " memberships retrieved successfully",
            "Team " + one + " membership retrieved successfully",
            subject));
  }

  private Reply list(Call call) {
    var teams = call.account().all(AccountData.TEAMS);
    return Reply.ok("Teams retrieved successfully", call.page().of(teams, Function.identity()));
  }

  private Reply create(Call call) {
    var account = call.account();
    var team = JsonNodeFactory.instance.objectNode();
    var name = call.required("name");
    var role = role(call);
    team.put("id", account.newId()).put("name", name);
    team.put("description", call.text("description").orElse(null));
    team.put("role", role.orElse(null));
    account.put(AccountData.TEAMS, team.path("id").asText(), team);
    return Reply.created("Team has been created", team);
  }

  private Reply show(Call call) {
    return Reply.ok("Team details retrieved successfully", get(call));
  }

  /// An empty body is fine (reference section 8).
  private Reply change(Call call) {
    var team = get(call).deepCopy();
    if (call.body().has("name")) {
      team.put("name", call.required("name"));
    }
    if (call.body().has("description")) {
      team.put("description", call.text("description").orElse(null));
    }
    if (call.body().has("role")) {
      team.put("role", role(call).orElse(null));
    }
    call.account().put(AccountData.TEAMS, team.path("id").asText(), team);
    return Reply.ok("Team has been updated", team);
  }

  private Reply delete(Call call) {
    var id = idOf(call);
    call.account().remove(AccountData.TEAMS, id);
    Memberships.forget(call.account(), id);
    return Reply.done("Team has been deleted");
  }

  private Reply removeRole(Call call) {
    var team = get(call).deepCopy().putNull("role");
    call.account().put(AccountData.TEAMS, idOf(call), team);
    return Reply.done("Team role in account has been removed");
  }

  /// The id of the team that the path names, or the 404 that clients look for.
  static String idOf(Call call) {
    return get(call).path("id").asText();
  }

  private static ObjectNode get(Call call) {
    var id = call.param("teamId");
    return call.account()
        .find(AccountData.TEAMS, id)
        .orElseThrow(
            () -> ApiError.notFound("NotFound_Team", "Team with id '" + id + "' does not exist."));
  }

  private static Optional<String> role(Call call) {
    return call.text("role")
        .filter(name -> !name.isEmpty())
        .map(name -> RoleFacts.checked(call.account(), name, RoleFacts.Scope.ACCOUNT));
  }
}
