package dev.ftctl.walk;

import dev.ftctl.git.RevisionTree;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the manifests of `--base` as they were, with the variables of this run.
final class EarlierManifests {

  private static final int MOST_TOLD = 5;

  private final Path folder;
  private final KindList kinds;

  /// @param folder in which git is asked
  EarlierManifests(Path folder, KindList kinds) {
    this.folder = folder;
    this.kinds = kinds;
  }

  /// @param request that the manifests of now were read with What can't be read cleanly counts as
  ///   not read: nobody can mend a revision any more, and what is missing of it must not look as if
  ///   it had been removed.
  ///
  /// @throws RefusedException when git has no such revision (64)
  Earlier read(String revision, ReadRequest request) {
    try (var tree = RevisionTree.open(request.tree(), folder, revision)) {
      return new Earlier(
          revision,
          Optional.of(Manifests.readEarlier(request.unchangedToo().of(tree), kinds)),
          List.of());
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "--base " + revision + ": " + unreadable.getMessage(),
          "Name a commit of this repository; in CI, fetch enough of its history. `git fsck` tells"
              + " whether all of it is there.");
    } catch (UnknownPathException missing) {
      return new Earlier(revision, Optional.empty(), List.of(String.valueOf(missing.getMessage())));
    } catch (ManifestException invalid) {
      return new Earlier(revision, Optional.empty(), places(invalid));
    }
  }

  /// `manifests/a.yaml:3:1: unknown field 'x'`, and how many more there are.
  private static List<String> places(ManifestException invalid) {
    List<Problem> errors = invalid.problems().stream().filter(Problem::isError).toList();
    var told = new ArrayList<String>();
    errors.stream()
        .limit(MOST_TOLD)
        .forEach(error -> told.add(error.place() + ": " + error.message()));
    if (errors.size() > MOST_TOLD) {
      told.add("and " + (errors.size() - MOST_TOLD) + " more");
    }
    return told;
  }
}
