package dev.ftctl.walk;

import dev.ftctl.diff.Base;
import dev.ftctl.git.RevisionTree;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;

/// Reads the manifests of `--base` as they were, with the variables of this run.
final class EarlierManifests {

  private final Path folder;
  private final KindList kinds;

  /// @param folder in which git is asked
  EarlierManifests(Path folder, KindList kinds) {
    this.folder = folder;
    this.kinds = kinds;
  }

  /// @param request that the manifests of now were read with
  /// @throws RefusedException when git has no such revision (64), or its manifests are wrong (65)
  Base read(String revision, ReadRequest request, Desired now) {
    try (var tree = RevisionTree.open(request.tree(), folder, revision)) {
      return Base.of(revision, Manifests.read(request.of(tree), kinds), now, kinds);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "--base " + revision + ": " + unreadable.getMessage(),
          "Name a commit of this repository; in CI, fetch enough of its history.");
    } catch (UnknownPathException missing) {
      throw wrong(revision, String.valueOf(missing.getMessage()));
    } catch (ManifestException invalid) {
      Problem first = invalid.problems().getFirst();
      throw wrong(revision, first.place() + ": " + first.message());
    }
  }

  private static RefusedException wrong(String revision, String why) {
    return new RefusedException(
        Refusal.INVALID,
        "the manifests of --base " + revision + " can't be read: " + why,
        "Name a revision whose manifests are valid, or leave --base out.");
  }
}
