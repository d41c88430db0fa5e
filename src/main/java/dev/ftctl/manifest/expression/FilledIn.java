package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what is filled in: a large text times many instances is more than any memory. Safe for
/// many threads.
final class FilledIn {

  private static final long MB = 1024 * 1024;

  /// Characters of all texts, each as often as it is looked at.
  private static final long MOST = 256 * MB;

  /// What any text costs besides its characters.
  private static final int EACH = 16;

  /// The costliest `for_each` so far. Two that pass each other at once may both be told.
  private record Most(Each.Entries entries, long characters) {}

  private final AtomicLong characters = new AtomicLong();
  private volatile Most most = new Most(Each.NOTHING.all(), 0);

  /// @param entries the `for_each` that it is filled in for, or that of [Each#NOTHING]
  /// @throws ManifestException when it is too much
  void add(Node.Scalar scalar, Filled filled, Each.Entries entries) {
    int cost = filled.text().length() + EACH;
    if (entries.place().isKnown()) {
      long own = entries.charge(cost);
      if (own > most.characters) {
        most = new Most(entries, own);
      }
    }
    if (characters.addAndGet(cost) > MOST) {
      throw tooMuch(scalar);
    }
  }

  /// Counts what another counted, unless it is too much; that had no `for_each`.
  boolean adds(FilledIn other) {
    long more = other.characters.get();
    if (characters.addAndGet(more) > MOST) {
      characters.addAndGet(-more);
      return false;
    }
    return true;
  }

  /// Told where the most was made of one text.
  private ManifestException tooMuch(Node.Scalar scalar) {
    boolean isOfMany = most.characters > MOST / 2;
    SourceLocation place = isOfMany ? most.entries.place() : scalar.place();
    var problem =
        Problem.error(
            place,
            "too-large",
            "",
            "the texts of all resources come to more than "
                + MOST / MB
                + " MB once references are filled in"
                + (isOfMany ? ", " + most.characters / MB + " MB of them by this 'for_each'" : ""),
            isOfMany
                ? "take fewer entries, or shorten what is repeated in each"
                : "make fewer of them, or shorten what is repeated in each");
    return new ManifestException(List.of(problem), new Sources());
  }
}
