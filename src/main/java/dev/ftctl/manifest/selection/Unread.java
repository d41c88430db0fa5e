package dev.ftctl.manifest.selection;

import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.SourceLocation;
import java.util.function.Predicate;

/// Tells what was met in a folder and can't be read: what it holds is not known, which is another
/// thing than nothing.
record Unread(FileTree tree, Report report) {

  /// @param isLeftOut paths that hold nothing which counts here
  void tell(FileTree.Listing listing, Predicate<String> isLeftOut) {
    listing.unreadable().stream()
        .filter(isLeftOut.negate())
        .forEach(path ->
            tell(
                path,
                "unreadable-file",
                "this can't be read, and may hold manifests",
                "mend the link or the permissions, remove it, or name it under 'exclude' in"
                    + " ftctl.yaml"));
    listing.outside().stream()
        .filter(isLeftOut.negate())
        .forEach(path -> report.add(Outside.met(tree, path)));
    listing.unnamed().stream()
        .filter(isLeftOut.negate())
        .forEach(path ->
            tell(
                path,
                "file-name",
                "this has a name that can't be decoded here",
                "rename it in UTF-8; if it is in UTF-8, set LC_ALL=C.UTF-8"));
  }

  private void tell(String path, String rule, String message, String fix) {
    report.error(SourceLocation.of(tree.shown(path), 1, 1), rule, message, fix);
  }
}
