package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what is filled in: a large text times many instances is more than any memory. Safe for
/// many threads.
final class FilledIn {

  /// Characters of all texts, each as often as it is looked at.
  private static final long MOST = 256L * 1024 * 1024;

  /// What any text costs besides its characters.
  private static final int EACH = 16;

  private final AtomicLong characters = new AtomicLong();

  /// @throws ManifestException when it is too much
  void add(Node.Scalar scalar, Filled filled) {
    if (characters.addAndGet(filled.text().length() + EACH) > MOST) {
      var problem =
          Problem.error(
              scalar.place(),
              "too-large",
              "",
              "the texts of all resources come to more than "
                  + MOST / 1024 / 1024
                  + " MB once references are filled in",
              "make fewer of them, or shorten what is repeated in each");
      throw new ManifestException(List.of(problem), new Sources());
    }
  }
}
