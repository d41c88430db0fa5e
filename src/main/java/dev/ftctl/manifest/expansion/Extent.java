package dev.ftctl.manifest.expansion;

import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import java.util.List;

/// Counts the values of all documents, after templates and files are merged in: a large file times
/// many entries is more than any memory.
final class Extent {

  private static final long MOST = 5_000_000;

  private long values;

  /// @param place of what is told when it is too much
  /// @throws ManifestException when it is
  void add(Node node, SourceLocation place) {
    values += node.contents().values();
    if (values > MOST) {
      var problem =
          Problem.error(
              place,
              "too-large",
              "",
              "with this the manifests come to more than %,d values".formatted(MOST),
              "make fewer of it, or say less in each");
      throw new ManifestException(List.of(problem), new Sources());
    }
  }
}
