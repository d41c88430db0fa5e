package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;

/// People whose account role lets them into every group. A group's list of users holds them and a
/// user's list of groups holds the group, both with an empty role (the official provider's
/// end-to-end suite, seen 2026-11).
///
/// A shadow is no membership: nothing finds, changes or removes it, and a membership of the same
/// pair takes its place. Teams have none: in that suite a team with an account role lists its own
/// groups alone.
final class Shadows {
  private static final String NO_ROLE = "";

  private Shadows() {}

  /// The users, as a group's list shows them, that no membership leads to the group.
  static List<ObjectNode> inGroup(AccountData account, String group) {
    return account.all(AccountData.USERS).stream()
        .filter(Shadows::reachesGroups)
        .filter(user -> isNoMember(account, user, group))
        .map(user -> user.deepCopy().put("role", NO_ROLE))
        .toList();
  }

  /// The groups that a user reaches without a membership, as items `{id, role, created_at}`.
  static List<ObjectNode> ofUser(AccountData account, String id) {
    var user = UserRoutes.get(account, id);
    return reachesGroups(user)
        ? account.entries(AccountData.GROUPS).keySet().stream()
            .filter(group -> isNoMember(account, user, group))
            .map(group -> item(group, user))
            .toList()
        : List.of();
  }

  private static boolean reachesGroups(ObjectNode user) {
    return RoleFacts.reachesGroups(user.path("role").asText(""));
  }

  private static boolean isNoMember(AccountData account, ObjectNode user, String group) {
    return Memberships.USER_GROUPS.find(account, user.path("id").asText(), group).isEmpty();
  }

  private static ObjectNode item(String group, ObjectNode user) {
    var item = JsonNodeFactory.instance.objectNode().put("id", group).put("role", NO_ROLE);
    return item.set("created_at", user.path("created_at"));
  }
}
