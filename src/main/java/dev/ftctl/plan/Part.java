package dev.ftctl.plan;

/// How much of what manifests describe is planned.
///
/// @param isNarrowed whether it is not all
/// @param revision that `--changed-since` names; empty without it
/// @param documents that differ from that revision
public record Part(boolean isNarrowed, String revision, int documents) {

  public static final Part WHOLE = new Part(false, "", 0);

  /// What paths, selectors or targets left.
  public static final Part NARROWED = new Part(true, "", 0);

  public static Part changedSince(String revision, int documents) {
    return new Part(true, revision, documents);
  }

  /// Whether it is what differs from a revision.
  public boolean isChanged() {
    return !revision.isEmpty();
  }
}
