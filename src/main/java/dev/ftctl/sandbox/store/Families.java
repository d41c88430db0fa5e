package dev.ftctl.sandbox.store;

import java.util.List;

/// What is said of whole families of the API, in the account's collection `families`, by a segment
/// of the family's paths, as `{"private-links": {"absent": true}, "proxy": {"unique_names":
/// false}}`:
///
/// - `absent`: the account's plan has no such family
/// - `unique_names`: whether two of it may have one name
/// - `connected`: whether new agents are connected at once
public record Families(AccountData account) {
  private static final String COLLECTION = "families";

  /// Whether the plan lacks the family that a path belongs to.
  public boolean lackOneOf(List<String> segments) {
    return segments.stream().anyMatch(segment -> said(segment, "absent", false));
  }

  public boolean haveUniqueNames(String family, boolean otherwise) {
    return said(family, "unique_names", otherwise);
  }

  public boolean connect(String family) {
    return said(family, "connected", false);
  }

  private boolean said(String family, String what, boolean otherwise) {
    return account
        .find(COLLECTION, family)
        .map(node -> node.path(what).asBoolean(otherwise))
        .orElse(otherwise);
  }
}
