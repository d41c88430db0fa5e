package dev.ftctl.plan;

/// How much of what manifests describe is planned.
///
/// @param isNarrowed whether it is not all
/// @param revision that `--changed-since` names; empty without it
/// @param commit where that and HEAD parted
/// @param documents that differ from that revision
public record Part(boolean isNarrowed, String revision, String commit, int documents) {

  public static final Part WHOLE = new Part(false, "", "", 0);

  /// What paths, selectors or targets left.
  public static final Part NARROWED = new Part(true, "", "", 0);

  public static Part changedSince(String revision, String commit, int documents) {
    return new Part(true, revision, commit, documents);
  }

  /// The revision as people read it: of a whole hash the beginning.
  public String shown() {
    return revision.matches("[0-9a-f]{40}|[0-9a-f]{64}") ? revision.substring(0, 12) : revision;
  }

  /// Whether it is what differs from a revision.
  public boolean isChanged() {
    return !revision.isEmpty();
  }
}
