package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.QuotaGate;
import java.util.List;
import java.util.Optional;

/// `/users` and a user's memberships.
public final class UserRoutes implements Routes {
  private static final List<String> CHANGEABLE =
      List.of("given_name", "family_name", "phone", "picture");

  @Override
  public void addTo(RouteTable table) {
    table.get("/users", this::list);
    table.post("/users", this::invite);
    table.get("/users/{userId}", this::show);
    table.patch("/users/{userId}", this::change);
    table.delete("/users/{userId}", this::delete);
    table.delete("/users/{userId}/role", this::removeRole);
    memberships("groups", Memberships.USER_GROUPS, "Group membership").addTo(table);
    memberships("connections", Memberships.USER_CONNECTIONS, "Connection membership").addTo(table);
  }

  private static MembershipRoutes memberships(String places, Memberships sort, String subject) {
    var one = places.substring(0, places.length() - 1);
    return new MembershipRoutes(
        "/users/{userId}",
        places,
        sort,
        call -> text(get(call.account(), call.param("userId")), "id"),
        new MembershipRoutes.Words(
            "User memberships in " + places + " retrieved successfully",
            "User membership in " + one + " retrieved successfully",
            subject));
  }

  private Reply list(Call call) {
    var account = call.account();
    var users =
        filteredByActive(call, account.all(AccountData.USERS)).stream()
            .filter(user -> UserTypes.fits(call, user))
            .toList();
    return Reply.ok(
        "Users list retrieved successfully",
        call.page().of(users, user -> UserTypes.shown(account, user)));
  }

  private Reply invite(Call call) {
    var account = call.account();
    var isServiceAccount = UserTypes.isAsked(call);
    var email = isServiceAccount ? call.text("email").orElse("") : call.required("email");
    var user = JsonNodeFactory.instance.objectNode();
    user.put("email", email.isEmpty() ? null : email);
    user.put("given_name", call.required("given_name"));
    user.put("family_name", call.required("family_name"));
    user.put("verified", isServiceAccount).put("invited", !isServiceAccount);
    user.put("picture", call.text("picture").orElse(null));
    user.put("phone", call.text("phone").orElse(null));
    user.put("role", role(call).orElse(null));
    user.put("active", true).putNull("logged_in_at").put("created_at", account.now());
    if (isServiceAccount) {
      user.put("user_type", UserTypes.SERVICE_ACCOUNT);
    }
    if (!email.isEmpty() && byEmail(account, email).isPresent()) {
      throw ApiError.invalid("User with email '" + email + "' already exists");
    }
    account.spend(QuotaGate.Quota.USERS_CREATED_PER_HOUR);
    var id = account.newId();
    var stored = JsonNodeFactory.instance.objectNode().put("id", id);
    stored.setAll(user);
    account.put(AccountData.USERS, id, stored);
    return Reply.created("User has been created", UserTypes.shown(account, stored));
  }

  private Reply show(Call call) {
    var account = call.account();
    var user = get(account, call.param("userId"));
    return Reply.ok("User details retrieved successfully", UserTypes.shown(account, user));
  }

  /// Takes the names, phone, picture and role; the e-mail and anything unknown is dropped silently.
  /// An empty body is fine (reference section 8).
  private Reply change(Call call) {
    var account = call.account();
    var user = get(account, call.param("userId")).deepCopy();
    UserTypes.mustStay(call, user);
    for (var field : CHANGEABLE) {
      if (call.body().has(field)) {
        user.put(field, call.text(field).orElse(null));
      }
    }
    if (call.body().has("role")) {
      var role = role(call);
      mustNotBeOwnRole(account, user, role.orElse(""));
      if (!role.orElse("").equals(RoleFacts.OWNER)) {
        mustLeaveAnOwner(account, user);
      }
      user.put("role", role.orElse(null));
    }
    account.put(AccountData.USERS, text(user, "id"), user);
    return Reply.ok("User has been updated", UserTypes.shown(account, user));
  }

  private Reply delete(Call call) {
    var account = call.account();
    var user = get(account, call.param("userId"));
    mustLeaveAnOwner(account, user);
    var id = text(user, "id");
    account.remove(AccountData.USERS, id);
    account.remove(ApiKeyRoutes.COLLECTION, id);
    Memberships.forget(account, id);
    return Reply.done("User with id '" + id + "' has been deleted");
  }

  private Reply removeRole(Call call) {
    var account = call.account();
    var user = get(account, call.param("userId")).deepCopy();
    mustNotBeOwnRole(account, user, "");
    mustLeaveAnOwner(account, user);
    user.putNull("role");
    account.put(AccountData.USERS, text(user, "id"), user);
    return Reply.done("User role in account has been removed");
  }

  /// The user, or 404 with the plain code, as the official provider's end-to-end suite has it.
  static ObjectNode get(AccountData account, String id) {
    return account
        .find(AccountData.USERS, id)
        .orElseThrow(
            () -> ApiError.notFound("NotFound", "User with id '" + id + "' does not exist."));
  }

  /// The account's user of that e-mail, in any case.
  static Optional<ObjectNode> byEmail(AccountData account, String email) {
    return account.all(AccountData.USERS).stream()
        .filter(user -> text(user, "email").equalsIgnoreCase(email))
        .findFirst();
  }

  /// The users that `?active=` asks for; all of them without it.
  static List<ObjectNode> filteredByActive(Call call, List<ObjectNode> users) {
    var wanted = call.query("active");
    return wanted.isEmpty()
        ? users
        : users.stream().filter(user -> text(user, "active").equals(wanted.get())).toList();
  }

  private static Optional<String> role(Call call) {
    return call.text("role")
        .filter(name -> !name.isEmpty())
        .map(name -> RoleFacts.checked(call.account(), name, RoleFacts.Scope.ACCOUNT));
  }

  private static void mustNotBeOwnRole(AccountData account, ObjectNode user, String role) {
    var own = account.userId().equals(Optional.of(text(user, "id")));
    if (own && !text(user, "role").equals(role)) {
      throw ApiError.forbidden("The owner of the API key cannot change their own role");
    }
  }

  private static void mustLeaveAnOwner(AccountData account, ObjectNode user) {
    var owners =
        account.all(AccountData.USERS).stream()
            .filter(each -> text(each, "role").equals(RoleFacts.OWNER))
            .count();
    if (owners == 1 && text(user, "role").equals(RoleFacts.OWNER)) {
      throw ApiError.conflict(
          "User with id '" + text(user, "id") + "' is the last owner of the account");
    }
  }

  private static String text(ObjectNode node, String field) {
    return node.path(field).asText("");
  }
}
