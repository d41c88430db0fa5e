package dev.ftctl.manifest;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;
import java.util.Set;

/// What expands otherwise than at an earlier revision (`--changed-since`).
///
/// @param revision as the user named it
/// @param commit where that and HEAD parted, by its hash
/// @param addresses of resources that are new or say something else now, and of those that can't be
///   compared
/// @param documents how many documents those come from
/// @param gone what manifests wanted then and do not describe any more
/// @param warnings of what can't be compared
public record ChangedDocuments(
    String revision,
    String commit,
    Set<Address> addresses,
    int documents,
    Set<Address> gone,
    List<Problem> warnings) {

  public ChangedDocuments {
    addresses = Set.copyOf(addresses);
    gone = Set.copyOf(gone);
    warnings = List.copyOf(warnings);
  }

  /// What is to be told of what is gone, where nothing is deleted for it.
  public Problem stays() {
    boolean isOne = gone.size() == 1;
    return Problem.warning(
        SourceLocation.NONE,
        "removed-documents",
        "--changed-since " + revision,
        gone.size()
            + (isOne ? " resource that was" : " resources that were")
            + " described there "
            + (isOne ? "is" : "are")
            + " described no more, and "
            + (isOne ? "stays as it is" : "stay as they are"),
        "have what was removed deleted with --base " + revision);
  }
}
