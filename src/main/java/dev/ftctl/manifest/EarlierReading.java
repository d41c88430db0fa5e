package dev.ftctl.manifest;

import dev.ftctl.git.MergeBase;
import dev.ftctl.git.RevisionTree;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.input.ParsedFiles;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.Since;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import java.io.IOException;
import java.util.List;

/// Reads a project as it was where REV and HEAD parted, with the values of this run, and compares.
/// Nobody can mend a revision any more: what is wrong with it stops nothing, and counts as changed.
///
/// @param parsed files of the working tree, most of which are the same then
record EarlierReading(ReadRequest request, KindList kinds, ParsedFiles parsed) {

  /// @param now what the project says now, with no error in it
  /// @throws RefusedException when git has no such revision, or none that is an ancestor
  ChangedDocuments changed(Since since, DescribedProject now) {
    try {
      return changed(since, MergeBase.withHead(since.folder(), since.revision()), now);
    } catch (IOException unknown) {
      throw new RefusedException(
          Refusal.USAGE,
          since.flag() + ": " + String.valueOf(unknown.getMessage()).replaceFirst("^fatal: ", ""),
          "Name a commit of this repository, and fetch what is missing of its history: `git fetch"
              + " origin BRANCH`, `git fetch --unshallow`, in CI a checkout with `fetch-depth:"
              + " 0`.");
    }
  }

  private ChangedDocuments changed(Since since, String commit, DescribedProject now)
      throws IOException {
    try (var tree = RevisionTree.ofCommit(request.tree(), since.folder(), commit)) {
      var comparison = new Comparison(since, commit, tree);
      var reading = new ProjectReading(request.unchangedToo().of(tree), kinds, parsed);
      try {
        List<Bound> then = reading.described(now.before()).bounds();
        List<Problem> wrong =
            reading.problems().sorted(false).stream().filter(Problem::isError).toList();
        return comparison.of(then, now.bounds(), wrong);
      } catch (UnknownPathException missing) {
        return comparison.withNothing(now.bounds(), String.valueOf(missing.getMessage()));
      }
    }
  }
}
