package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;

/// `/teams/{teamId}/users`: here alone the member goes by `user_id`.
final class TeamUserRoutes implements Routes {
  private static final Memberships USERS = Memberships.TEAM_USERS;
  private static final String DEFAULT_ROLE = "Team Member";

  @Override
  public void addTo(RouteTable table) {
    table.get("/teams/{teamId}/users", this::list);
    table.post("/teams/{teamId}/users", this::add);
    table.get("/teams/{teamId}/users/{userId}", this::show);
    table.patch("/teams/{teamId}/users/{userId}", this::change);
    table.delete("/teams/{teamId}/users/{userId}", this::remove);
  }

  private Reply list(Call call) {
    var account = call.account();
    var wanted = call.query("active");
    var items =
        USERS.ofOwner(account, TeamRoutes.idOf(call)).stream()
            .filter(item -> wanted.isEmpty() || isActive(account, item).equals(wanted.get()))
            .toList();
    return Reply.ok(
        "Team users retrieved successfully", call.page().of(items, TeamUserRoutes::shown));
  }

  private Reply add(Call call) {
    var team = TeamRoutes.idOf(call);
    var user = call.required("user_id");
    UserRoutes.get(call.account(), user);
    var item = USERS.add(call.account(), team, user, call.text("role").orElse(DEFAULT_ROLE));
    return Reply.created("User has been added to the team", shown(item));
  }

  private Reply show(Call call) {
    var item = USERS.get(call.account(), TeamRoutes.idOf(call), call.param("userId"));
    return Reply.ok("Team user details retrieved successfully", shown(item));
  }

  private Reply change(Call call) {
    var team = TeamRoutes.idOf(call);
    var role = call.required("role");
    var item = USERS.changeRole(call.account(), team, call.param("userId"), role);
    return Reply.ok("User role has been updated", shown(item));
  }

  private Reply remove(Call call) {
    USERS.remove(call.account(), TeamRoutes.idOf(call), call.param("userId"));
    return Reply.done("User has been removed from the team");
  }

  private static String isActive(AccountData account, ObjectNode item) {
    return UserRoutes.get(account, item.path("id").asText()).path("active").asText();
  }

  private static ObjectNode shown(ObjectNode item) {
    return Memberships.shownAs("user_id", item);
  }
}
