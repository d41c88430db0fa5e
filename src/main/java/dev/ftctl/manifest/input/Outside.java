package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;

/// What is said of paths that manifests may not read: where they are named, why, and how the user
/// opens them; never anything of what is there.
public final class Outside {

  private static final String RULE = "outside-repository";

  private Outside() {}

  /// A link that was met where manifests lie.
  ///
  /// @param path canonical
  public static Problem met(FileTree tree, String path) {
    return problem(
        tree, path, SourceLocation.of(tree.shown(path), 1, 1), "this", ", and may hold manifests");
  }

  /// What a place of the project names.
  ///
  /// @param named as it is written there
  public static Problem named(FileTree tree, String path, SourceLocation place, String named) {
    return problem(tree, path, place, named, "");
  }

  private static Problem problem(
      FileTree tree, String path, SourceLocation place, String what, String end) {
    FileTree.Bar bar = tree.bar(path);
    return Problem.error(place, RULE, "", what + " " + bar.why() + end, bar.cure());
  }

  /// What a reference names.
  static Filled.Missing missing(FileTree tree, String path, String named) {
    FileTree.Bar bar = tree.bar(path);
    return new Filled.Missing(RULE, named + " " + bar.why(), bar.cure(), false);
  }

  /// Whether a text is missing for no other reason.
  public static boolean is(Filled.Missing missing) {
    return missing.rule().equals(RULE);
  }
}
