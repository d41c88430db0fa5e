package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;
import java.util.stream.Collectors;

/// A role that every account has. Roles with an old name are deprecated, still accepted, and read
/// back as they were sent (fivetran-quirks Q61).
///
/// @param replacement the name of today's role; empty for a current one
record RoleFacts(String name, List<Scope> scopes, String replacement, String description) {

  /// On what a role can be given.
  enum Scope {
    ACCOUNT,
    DESTINATION,
    CONNECTOR,
    TEAM
  }

  /// The role of an account's owner.
  static final String OWNER = "Account Administrator";

  private static final String BILLING = "Account Billing";

  /// The one role that is given in the account as well as on a destination (documentation of the
  /// official provider's `user` and `team` resources).
  private static final RoleFacts DESTINATION_CREATOR =
      new RoleFacts(
          "Destination Creator",
          List.of(Scope.ACCOUNT, Scope.DESTINATION),
          "Create Connection",
          "Creates destinations; on a destination replaced by Create Connection");

  static final List<RoleFacts> PREDEFINED =
      List.of(
          current(OWNER, Scope.ACCOUNT, "Manages everything in the account"),
          current("Account Analyst", Scope.ACCOUNT, "Changes what syncs, not the account"),
          current(BILLING, Scope.ACCOUNT, "Sees and pays invoices"),
          current("Account Reviewer", Scope.ACCOUNT, "Sees everything in the account"),
          current("Manage Destination", Scope.DESTINATION, "Manages a destination"),
          current("Edit Destination", Scope.DESTINATION, "Changes a destination"),
          current("View Destination", Scope.DESTINATION, "Sees a destination"),
          current("Create Connection", Scope.DESTINATION, "Creates connections in a destination"),
          old("Destination Administrator", Scope.DESTINATION, "Manage Destination"),
          old("Destination Analyst", Scope.DESTINATION, "Edit Destination"),
          old("Destination Reviewer", Scope.DESTINATION, "View Destination"),
          DESTINATION_CREATOR,
          current("Manage Connection", Scope.CONNECTOR, "Manages a connection"),
          current("Edit Connection", Scope.CONNECTOR, "Changes a connection"),
          current("View Connection", Scope.CONNECTOR, "Sees a connection"),
          old("Connector Administrator", Scope.CONNECTOR, "Manage Connection"),
          old("Connector Collaborator", Scope.CONNECTOR, "Edit Connection"),
          old("Connector Reviewer", Scope.CONNECTOR, "View Connection"),
          old("Connection Administrator", Scope.CONNECTOR, "Manage Connection"),
          old("Connection Collaborator", Scope.CONNECTOR, "Edit Connection"),
          old("Connection Reviewer", Scope.CONNECTOR, "View Connection"),
          current("Team Manager", Scope.TEAM, "Manages the team"),
          current("Team Member", Scope.TEAM, "Belongs to the team"));

  private static RoleFacts current(String name, Scope scope, String description) {
    return new RoleFacts(name, List.of(scope), "", description);
  }

  private static RoleFacts old(String name, Scope scope, String replacement) {
    return new RoleFacts(name, List.of(scope), replacement, "Replaced by " + replacement);
  }

  /// All roles of an account as the API lists them: the predefined, then its custom ones, which the
  /// collection `roles` holds in the same shape.
  static List<ObjectNode> of(AccountData account) {
    var all = PREDEFINED.stream().map(RoleFacts::toJson).collect(Collectors.toList());
    all.addAll(account.all(AccountData.ROLES));
    return List.copyOf(all);
  }

  /// The role as it was named; refuses a name the account doesn't know, or one of another scope.
  static String checked(AccountData account, String name, Scope scope) {
    var role =
        of(account).stream()
            .filter(each -> each.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow(() -> ApiError.invalid("Role '" + name + "' does not exist"));
    for (var each : role.path("scope")) {
      if (each.asText().equals(scope.name())) {
        return name;
      }
    }
    throw ApiError.invalid("Role '" + name + "' cannot be given on " + scope.name() + " scope");
  }

  /// Whether someone with this account role sees every group: all but those who only pay. Of a
  /// custom role nobody knows, so it does.
  static boolean reachesGroups(String role) {
    return !role.isEmpty() && !role.equals(BILLING);
  }

  /// The role that a call must name.
  static String required(Call call, Scope scope) {
    return checked(call.account(), call.required("role"), scope);
  }

  private ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", name).put("description", description);
    var given = json.putArray("scope");
    scopes.forEach(scope -> given.add(scope.name()));
    json.put("is_custom", false).put("is_deprecated", !replacement.isEmpty());
    return replacement.isEmpty()
        ? json.putNull("replacement_role_name")
        : json.put("replacement_role_name", replacement);
  }
}
