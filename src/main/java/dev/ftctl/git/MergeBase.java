package dev.ftctl.git;

import java.io.IOException;
import java.nio.file.Path;

/// Where two lines of history parted.
public final class MergeBase {

  private MergeBase() {}

  /// The best common ancestor of a revision and HEAD.
  ///
  /// @param folder in which git is asked
  /// @param revision as git takes it: `origin/main`
  /// @return the hash of its commit
  /// @throws IOException when there is no git, no repository, no such revision or no common
  ///   ancestor; its message says which
  public static String withHead(Path folder, String revision) throws IOException {
    try {
      String base = GitCommand.answer(folder, "merge-base", "--end-of-options", revision, "HEAD");
      if (!base.isEmpty()) {
        return base;
      }
    } catch (IOException refused) {
      requireCommit(folder, revision, "git knows no such revision");
      requireCommit(folder, "HEAD", "nothing is committed here yet");
      throw refused;
    }
    throw new IOException(
        "it has no ancestor in common with HEAD"
            + (isShallow(folder) ? ", as far as this shallow clone goes back" : ""));
  }

  private static void requireCommit(Path folder, String revision, String otherwise)
      throws IOException {
    // Fails by itself where there is no git or no repository.
    GitCommand.text(folder, "rev-parse", "--git-dir");
    String commit = revision + "^{commit}";
    if (GitCommand.answer(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", commit)
        .isEmpty()) {
      throw new IOException(otherwise);
    }
  }

  /// Whether this clone has only the last part of its history.
  ///
  /// @throws IOException when there is no git, or no repository
  public static boolean isShallow(Path folder) throws IOException {
    return GitCommand.text(folder, "rev-parse", "--is-shallow-repository").strip().equals("true");
  }
}
