package dev.ftctl.kind.table;

import java.util.Set;

/// On what a role is given, with the names that every account has there (fivetran-quirks 2.9); an
/// account may have more of its own.
public enum RoleScope {
  ACCOUNT(
      "the account",
      Set.of("Account Administrator", "Account Analyst", "Account Billing", "Account Reviewer")),
  DESTINATION(
      "a destination",
      Set.of(
          "Manage Destination",
          "Edit Destination",
          "View Destination",
          "Create Connection",
          "Destination Administrator",
          "Destination Analyst",
          "Destination Reviewer",
          "Destination Creator")),
  CONNECTOR(
      "a connection",
      Set.of(
          "Manage Connection",
          "Edit Connection",
          "View Connection",
          "Connector Administrator",
          "Connector Collaborator",
          "Connector Reviewer",
          "Connection Administrator",
          "Connection Collaborator",
          "Connection Reviewer")),
  TEAM("a team", Set.of("Team Manager", "Team Member"));

  private final String words;
  private final Set<String> everywhere;

  RoleScope(String words, Set<String> everywhere) {
    this.words = words;
    this.everywhere = everywhere;
  }

  /// For sentences: "a destination".
  public String words() {
    return words;
  }

  /// Whether every account has this role here, under today's or an old name.
  public boolean hasEverywhere(String role) {
    return everywhere.contains(role);
  }
}
