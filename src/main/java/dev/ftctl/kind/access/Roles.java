package dev.ftctl.kind.access;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What names of roles mean: which are one role, and which of two allows less.
///
/// Old names stay accepted and are answered as they were sent (fivetran-quirks Q61, 2.2, 2.7–2.9),
/// so a manifest may use either.
final class Roles {

  private static final Map<String, String> REPLACEMENTS =
      Map.ofEntries(
          Map.entry("destination administrator", "manage destination"),
          Map.entry("destination analyst", "edit destination"),
          Map.entry("destination creator", "create connection"),
          Map.entry("destination reviewer", "view destination"),
          Map.entry("connector administrator", "manage connection"),
          Map.entry("connector collaborator", "edit connection"),
          Map.entry("connector creator", "connection creator"),
          Map.entry("connector reviewer", "view connection"),
          Map.entry("connection administrator", "manage connection"),
          Map.entry("connection collaborator", "edit connection"),
          Map.entry("connection reviewer", "view connection"));

  private static final Map<String, Integer> RANKS =
      Map.ofEntries(
          Map.entry("account administrator", 4),
          Map.entry("account analyst", 3),
          Map.entry("account reviewer", 2),
          Map.entry("manage destination", 4),
          Map.entry("edit destination", 3),
          Map.entry("create connection", 2),
          Map.entry("view destination", 1),
          Map.entry("manage connection", 4),
          Map.entry("edit connection", 3),
          Map.entry("view connection", 1),
          Map.entry("team manager", 2),
          Map.entry("team member", 1));

  /// Of what others may do in the account, in a destination, in a team.
  private static final Set<String> MANAGING =
      Set.of("account administrator", "manage destination", "team manager");

  private Roles() {}

  /// Whether both name one role.
  public static boolean same(String one, String other) {
    return today(one).equals(today(other));
  }

  /// Whether the change may take something away. Of a role made by the account nobody knows what it
  /// allows, so any change from or to one counts.
  public static boolean isLowered(String from, String to) {
    Integer before = RANKS.get(today(from));
    Integer after = RANKS.get(today(to));
    return !from.isBlank()
        && !same(from, to)
        && (before == null || after == null || after < before);
  }

  /// Whether the change makes somebody one who manages others. A change between two roles that do
  /// counts too: they manage other things.
  static boolean isGrant(String from, String to) {
    return MANAGING.contains(today(to)) && !same(from, to);
  }

  static boolean isAdministrator(String role) {
    return same(role, "Account Administrator");
  }

  private static String today(String role) {
    String folded = role.strip().toLowerCase(Locale.ROOT);
    return REPLACEMENTS.getOrDefault(folded, folded);
  }
}
