package dev.ftctl.walk;

import dev.ftctl.git.AppliedRef;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The revision that was applied last: what `--base auto` means, and what `apply --record` moves.
public final class Applied {

  /// What stands for it in place of a revision.
  public static final String AUTO = "auto";

  private static final String FETCH =
      "Fetch it: git fetch origin '+refs/ftctl/applied/*:refs/ftctl/applied/*'";
  private static final int MOST_NAMED = 3;

  private final AppliedRef ref;
  private final Optional<String> before;
  private final String head;

  private Applied(AppliedRef ref, Optional<String> before, String head) {
    this.ref = ref;
    this.before = before;
    this.head = head;
  }

  /// The ref to compare with.
  ///
  /// @param mayLack whether there may be none yet, since this run makes it
  /// @return empty where there is none and may be none
  /// @throws RefusedException when there is none, or it is not before HEAD (64)
  static Optional<String> revision(Project project, boolean mayLack) {
    try {
      AppliedRef ref = ref(project);
      Optional<String> commit = ref.commit();
      if (commit.isEmpty()) {
        if (mayLack) {
          return Optional.empty();
        }
        throw new RefusedException(
            Refusal.USAGE,
            "--base auto: there is no " + ref.name() + ", which says what was applied last",
            FETCH + ". If nothing was recorded yet, run ftctl apply --record once.");
      }
      requireBefore(ref, commit.get(), "--base auto");
      return Optional.of(ref.name());
    } catch (IOException noGit) {
      throw refused("--base auto", noGit);
    }
  }

  /// Looks whether this run may record what it applies, before it does anything.
  ///
  /// @throws RefusedException when it may not (64)
  public static Applied begun(Desired desired, Path folder) {
    if (desired.isNarrowed()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--record does not go together with paths, -l, --target or --changed-since",
          "Record where the whole project is applied.");
    }
    try {
      AppliedRef ref = ref(desired.project());
      String head =
          ref.head()
              .orElseThrow(() ->
                  new RefusedException(
                      Refusal.USAGE, "--record: nothing is committed here yet", "Commit first."));
      List<Path> read =
          desired.sources().files().stream().map(file -> folder.resolve(file)).toList();
      requireClean(ref.uncommitted(read));
      Optional<String> before = ref.commit();
      if (before.isPresent()) {
        requireBefore(ref, before.get(), "--record");
      }
      return new Applied(ref, before, head);
    } catch (IOException noGit) {
      throw refused("--record", noGit);
    }
  }

  /// Moves the ref to the revision that was applied.
  ///
  /// @return what to tell
  /// @throws IOException when somebody else moved it meanwhile, or it can't be written
  public String record() throws IOException {
    if (!ref.head().equals(Optional.of(head))) {
      throw new IOException("HEAD was moved meanwhile");
    }
    ref.move(before, head);
    return ref.name() + " is at " + head.substring(0, 12);
  }

  /// As it is called.
  public String name() {
    return ref.name();
  }

  private static AppliedRef ref(Project project) throws IOException {
    return AppliedRef.of(Path.of(project.folder()), project.environment().name());
  }

  private static void requireClean(List<String> uncommitted) {
    if (!uncommitted.isEmpty()) {
      String more =
          uncommitted.size() > MOST_NAMED ? " and " + (uncommitted.size() - MOST_NAMED) : "";
      throw new RefusedException(
          Refusal.USAGE,
          "--record: not everything is committed: "
              + String.join(", ", uncommitted.subList(0, Math.min(MOST_NAMED, uncommitted.size())))
              + (more.isEmpty() ? "" : more + " more"),
          "Commit it, or apply without --record.");
    }
  }

  private static void requireBefore(AppliedRef ref, String commit, String flag) throws IOException {
    if (!ref.isBeforeHead(commit)) {
      throw new RefusedException(
          Refusal.USAGE,
          flag + ": " + ref.name() + " (" + commit.substring(0, 12) + ") is not before HEAD",
          "Apply a revision that holds what was applied last; going back is a revert commit. In a"
              + " shallow clone fetch all of the history: git fetch --unshallow.");
    }
  }

  private static RefusedException refused(String flag, IOException noGit) {
    return new RefusedException(
        Refusal.USAGE, flag + ": " + noGit.getMessage(), "Run it in a clone of the repository.");
  }
}
