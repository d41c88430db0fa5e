package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;
import java.util.Optional;

/// Who belongs to what, in which role: one constant per sort of membership, each with its
/// collection.
///
/// An item is `{owner, id, role, created_at}`: the owner is a user or a team, `id` what it belongs
/// to. Group members that are added by e-mail (`/groups/{id}/users`) and those that are added on
/// the user's side (`/users/{id}/groups`) are the same items.
public enum Memberships {
  USER_GROUPS("group_memberships", RoleFacts.Scope.DESTINATION),
  USER_CONNECTIONS("connection_memberships", RoleFacts.Scope.CONNECTOR),
  TEAM_GROUPS("team_group_memberships", RoleFacts.Scope.DESTINATION),
  TEAM_CONNECTIONS("team_connection_memberships", RoleFacts.Scope.CONNECTOR),

  /// The owner is the team, `id` the user.
  TEAM_USERS("team_users", RoleFacts.Scope.TEAM);

  private final String collection;
  private final RoleFacts.Scope scope;

  Memberships(String collection, RoleFacts.Scope scope) {
    this.collection = collection;
    this.scope = scope;
  }

  /// The items of one owner, oldest first.
  List<ObjectNode> ofOwner(AccountData account, String owner) {
    return where(account, "owner", owner);
  }

  /// The items that lead to one group, connection or user, oldest first.
  List<ObjectNode> ofTarget(AccountData account, String id) {
    return where(account, "id", id);
  }

  Optional<ObjectNode> find(AccountData account, String owner, String id) {
    return account.find(collection, key(owner, id));
  }

  /// The item, or 404 with the plain code, as the API answers for memberships.
  ObjectNode get(AccountData account, String owner, String id) {
    return find(account, owner, id)
        .orElseThrow(() ->
            ApiError.notFound(
                "NotFound", "Membership of '" + owner + "' in '" + id + "' is not found"));
  }

  /// Adds an item; refuses a role of another scope with 400 and a second membership with 409.
  public ObjectNode add(AccountData account, String owner, String id, String role) {
    RoleFacts.checked(account, role, scope);
    if (find(account, owner, id).isPresent()) {
      throw ApiError.conflict("'" + owner + "' is already a member of '" + id + "'");
    }
    var item = JsonNodeFactory.instance.objectNode();
    item.put("owner", owner).put("id", id).put("role", role).put("created_at", account.now());
    account.put(collection, key(owner, id), item);
    return item;
  }

  /// Gives an existing member another role.
  ObjectNode changeRole(AccountData account, String owner, String id, String role) {
    RoleFacts.checked(account, role, scope);
    var item = get(account, owner, id).deepCopy().put("role", role);
    account.put(collection, key(owner, id), item);
    return item;
  }

  /// Ends a membership and gives back what it was.
  ObjectNode remove(AccountData account, String owner, String id) {
    var item = get(account, owner, id);
    account.remove(collection, key(owner, id));
    return item;
  }

  /// Ends every membership of and in something that was deleted: user, team, group or connection.
  public static void forget(AccountData account, String id) {
    for (var sort : values()) {
      for (var item : account.all(sort.collection)) {
        if (text(item, "owner").equals(id) || text(item, "id").equals(id)) {
          account.remove(sort.collection, key(text(item, "owner"), text(item, "id")));
        }
      }
    }
  }

  /// An item as the API shows it: `{id, role, created_at}`.
  static ObjectNode shown(ObjectNode item) {
    return shownAs("id", item);
  }

  /// An item as the API shows it, its target under another name (`user_id` in teams).
  static ObjectNode shownAs(String idName, ObjectNode item) {
    var json = JsonNodeFactory.instance.objectNode();
    return json.put(idName, text(item, "id"))
        .put("role", text(item, "role"))
        .put("created_at", text(item, "created_at"));
  }

  private List<ObjectNode> where(AccountData account, String field, String value) {
    return account.all(collection).stream()
        .filter(item -> text(item, field).equals(value))
        .toList();
  }

  private static String text(ObjectNode item, String field) {
    return item.path(field).asText();
  }

  private static String key(String owner, String id) {
    return owner + "/" + id;
  }
}
