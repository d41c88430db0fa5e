package dev.ftctl.sandbox.store;

import java.util.List;

/// What is said of whole families of the API, in the account's collection `families`, by a segment
/// of the family's paths, as `{"private-links": {"absent": true}, "proxy": {"unique_names":
/// false}}`:
///
/// - `absent`: the account's plan has no such family
/// - `unique_names`: whether two of it may have one name
/// - `connected`: whether new agents are connected at once
/// - `rewrites`: whether a destination that goes through one gets its address
/// - `settled_first`: whether only what is settled can be deleted
/// - `null_says_nothing`: whether null for the agent of a connection is as if it had not been sent
public record Families(AccountData account) {
  private static final String COLLECTION = "families";

  /// Whether the plan lacks the family that a path belongs to. A segment that goes on behind the
  /// name, as `external-secrets-managers-entities`, is of the family, too.
  public boolean lackOneOf(List<String> segments) {
    return account.entries(COLLECTION).keySet().stream()
        .filter(family -> said(family, "absent", false))
        .anyMatch(family ->
            segments.stream()
                .anyMatch(segment -> segment.equals(family) || segment.startsWith(family + "-")));
  }

  public boolean haveUniqueNames(String family, boolean otherwise) {
    return said(family, "unique_names", otherwise);
  }

  public boolean connect(String family) {
    return said(family, "connected", false);
  }

  public boolean deleteSettledAlone(String family) {
    return said(family, "settled_first", false);
  }

  public boolean rewriteDestinations(String family) {
    return said(family, "rewrites", false);
  }

  public boolean takeNullForNothing(String family) {
    return said(family, "null_says_nothing", false);
  }

  private boolean said(String family, String what, boolean otherwise) {
    return account
        .find(COLLECTION, family)
        .map(node -> node.path(what).asBoolean(otherwise))
        .orElse(otherwise);
  }
}
