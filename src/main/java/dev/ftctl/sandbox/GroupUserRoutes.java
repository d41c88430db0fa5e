package dev.ftctl.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/// `/groups/{groupId}/users`: members are added by e-mail and answered as users whose `role` is the
/// one in the group. The same memberships as under `/users/{userId}/groups`.
final class GroupUserRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/groups/{groupId}/users", this::list);
    table.post("/groups/{groupId}/users", this::add);
    table.delete("/groups/{groupId}/users/{userId}", this::remove);
  }

  private Reply list(Call call) {
    var members =
        Memberships.USER_GROUPS.ofTarget(call.account(), group(call)).stream()
            .map(item -> member(call.account(), item))
            .toList();
    var asked = UserRoutes.filteredByActive(call, members);
    return Reply.ok(
        "Group users retrieved successfully", call.page().of(asked, Function.identity()));
  }

  private static ObjectNode member(Account account, ObjectNode membership) {
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
                ApiError.notFound(
                    "NotFound_User", "User with email '" + email + "' does not exist."));
    Memberships.USER_GROUPS.add(call.account(), user.path("id").asText(), group, role);
    return Reply.done("User has been added to the group");
  }

  private Reply remove(Call call) {
    var user = call.param("userId");
    Memberships.USER_GROUPS.remove(call.account(), user, group(call));
    return Reply.done("User with id '" + user + "' has been removed from the group");
  }

  private static String group(Call call) {
    return GroupRoutes.existing(call.account(), call.param("groupId")).path("id").asText();
  }
}
