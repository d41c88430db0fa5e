package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.util.function.Function;
import java.util.stream.Stream;

/// `/groups/{groupId}/users`: members are added by e-mail and answered as users whose `role` is the
/// one in the group, empty for [Shadows]. The same memberships as under `/users/{userId}/groups`.
public final class GroupUserRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/groups/{groupId}/users", this::list);
    table.post("/groups/{groupId}/users", this::add);
    table.delete("/groups/{groupId}/users/{userId}", this::remove);
  }

  private Reply list(Call call) {
    var account = call.account();
    var group = group(call);
    var members =
        Memberships.USER_GROUPS.ofTarget(account, group).stream()
            .map(item -> member(account, item));
    var all = Stream.concat(members, Shadows.inGroup(account, group).stream()).toList();
    var asked = UserRoutes.filteredByActive(call, all);
    return Reply.ok(
        "Group users retrieved successfully", call.page().of(asked, Function.identity()));
  }

  private static ObjectNode member(AccountData account, ObjectNode membership) {
    var user = UserRoutes.get(account, membership.path("owner").asText()).deepCopy();
    return user.put("role", membership.path("role").asText());
  }

  private Reply add(Call call) {
    var group = group(call);
    var email = call.required("email");
    var role = call.required("role");
    var user =
        UserRoutes.byEmail(call.account(), email)
            .orElseThrow(() ->
                ApiError.notFound("NotFound", "User with email '" + email + "' does not exist."));
    Memberships.USER_GROUPS.add(call.account(), user.path("id").asText(), group, role);
    return Reply.done("User has been added to the group");
  }

  private Reply remove(Call call) {
    var user = call.param("userId");
    Memberships.USER_GROUPS.remove(call.account(), user, group(call));
    return Reply.done("User with id '" + user + "' has been removed from the group");
  }

  private static String group(Call call) {
    return Existing.group(call.account(), call.param("groupId")).path("id").asText();
  }
}
