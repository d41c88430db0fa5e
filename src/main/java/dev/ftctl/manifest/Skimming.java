package dev.ftctl.manifest;

import dev.ftctl.git.MergeBase;
import dev.ftctl.git.RevisionTree;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.expansion.Trail;
import dev.ftctl.manifest.input.ParsedFiles;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.Since;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.outline.OutlineShelf;
import dev.ftctl.manifest.outline.Outlines;
import dev.ftctl.model.problem.ManifestException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads a project, and passes over files that are as an earlier run found them right. Only what
/// comes out right is taken: whatever is wrong, or in doubt, is left to a reading of all.
final class Skimming {

  /// How often what turns out to be needed, or to have changed, is looked into as well.
  private static final int MOST_ROUNDS = 5;

  private final ReadRequest request;
  private final KindList kinds;
  private final ParsedFiles parsed;
  private final OutlineShelf shelf;
  private final Finish finish;
  private final Set<String> lookedInto = new HashSet<>();

  /// Makes of a reading what is desired.
  interface Finish {
    Desired of(
        ProjectReading reading,
        DescribedProject described,
        boolean usesAll,
        Supplier<Optional<ChangedDocuments>> since);
  }

  Skimming(
      ReadRequest request, KindList kinds, ParsedFiles parsed, OutlineShelf shelf, Finish finish) {
    this.request = request;
    this.kinds = kinds;
    this.parsed = parsed;
    this.shelf = shelf;
    this.finish = finish;
  }

  /// A revision that is compared with.
  private record Then(Since since, String commit, RevisionTree tree) {}

  /// Empty where everything has to be looked into.
  Optional<Desired> desired() {
    if (!shelf.isFilled() || !isAsItWas()) {
      return Optional.empty();
    }
    try {
      return request.since().isPresent() ? since(request.since().get()) : rounds(Optional.empty());
    } catch (ManifestException | UnknownPathException | IOException wrong) {
      // It is told in the words of a reading of all.
      return Optional.empty();
    }
  }

  /// Whether the project file is.
  private boolean isAsItWas() {
    var outlines = Outlines.of(shelf, lookedInto, Optional.empty());
    return new ProjectReading(request, kinds, parsed, new Trail(false), outlines).hasOutlines();
  }

  private Optional<Desired> since(Since since) throws IOException {
    String commit = MergeBase.withHead(since.folder(), since.revision());
    try (var tree = RevisionTree.open(request.tree(), since.folder(), commit)) {
      return rounds(Optional.of(new Then(since, commit, tree)));
    }
  }

  private Optional<Desired> rounds(Optional<Then> then) {
    Optional<Desired> desired = Optional.empty();
    int before = -1;
    for (int round = 0; round < MOST_ROUNDS && before < lookedInto.size(); round++) {
      before = lookedInto.size();
      desired = round(then);
    }
    return desired;
  }

  /// Empty where it has to be done again, with more to look into, or can't be done at all.
  private Optional<Desired> round(Optional<Then> then) {
    var outlines = Outlines.of(shelf, lookedInto, then.map(Then::tree));
    var reading = new ProjectReading(request, kinds, parsed, new Trail(false), outlines);
    DescribedProject now = reading.described();
    lookedInto.addAll(now.doubts().stale());
    if (reading.problems().errors() > 0 || !now.doubts().isNone() || now.passed().isEmpty()) {
      return Optional.empty();
    }
    Optional<ChangedDocuments> changed =
        then.flatMap(earlier -> changed(earlier, now, outlines.passedOver()));
    if (changed.isPresent() != then.isPresent()) {
      return Optional.empty();
    }
    Desired desired = finish.of(reading, now, true, () -> changed);
    if (then.isPresent() || desired.isNarrowed()) {
      lookedInto.addAll(now.passed(desired.narrowed()));
    }
    reading.leave(now);
    return Optional.of(desired);
  }

  private Optional<ChangedDocuments> changed(Then then, DescribedProject now, Outlines passed) {
    var reading =
        new ProjectReading(
            request.unchangedToo().of(then.tree()), kinds, parsed, new Trail(false), passed);
    DescribedProject earlier = reading.described(now.before());
    lookedInto.addAll(earlier.doubts().stale());
    boolean isSame =
        reading.problems().errors() == 0
            && earlier.doubts().isNone()
            && earlier.passed().keySet().equals(now.passed().keySet());
    return isSame
        ? Optional.of(
            new Comparison(then.since(), then.commit(), then.tree())
                .of(earlier.lookedInto(), now.lookedInto(), List.of()))
        : Optional.empty();
  }
}
