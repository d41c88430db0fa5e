package dev.ftctl.manifest.document;

import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import java.util.List;

/// How many resources manifests may come to: more than any account has, and as many as fit into
/// memory.
public final class TooMany {

  private static final int MOST = 100_000;

  private TooMany() {}

  /// @param resources so far
  /// @param place of what makes many of one
  /// @throws ManifestException at once when there are more, since the next ones would cost as much
  public static void check(int resources, SourceLocation place) {
    if (resources > MOST) {
      var problem =
          Problem.error(
              place,
              "too-many",
              "",
              "with this the manifests come to more than %,d resources".formatted(MOST),
              "take fewer entries, fewer groups, or several projects");
      throw new ManifestException(List.of(problem), new Sources());
    }
  }
}
