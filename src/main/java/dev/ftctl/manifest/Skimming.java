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
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.problem.ManifestException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Reads a project, and passes over files that are as an earlier run found them right. Only what
/// comes out right is taken: whatever is wrong, or in doubt, is left to a reading of all.
final class Skimming {

  /// How often what turns out to be needed, or to have changed, is looked into as well.
  private static final int MOST_ROUNDS = 5;

  /// A thread that ends with the program.
  private static final Executor BESIDE = task -> Thread.ofPlatform().daemon().start(task);

  private final ReadRequest request;
  private final KindList kinds;
  private final ParsedFiles parsed;
  private final OutlineShelf shelf;
  private final Meanwhile meanwhile;
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

  /// @param meanwhile is told once the project is known to be as it was
  Skimming(
      ReadRequest request,
      KindList kinds,
      ParsedFiles parsed,
      OutlineShelf shelf,
      Meanwhile meanwhile,
      Finish finish) {
    this.meanwhile = meanwhile;
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
    if (!shelf.isFilled()) {
      return Optional.empty();
    }
    // Git takes as long as the project file and the outlines do.
    Optional<CompletableFuture<Optional<Then>>> opening =
        request.since().map(since -> CompletableFuture.supplyAsync(() -> then(since), BESIDE));
    try {
      Optional<Project> project = asItWas();
      project.ifPresent(meanwhile::mostAreAsTheyWere);
      return project.isPresent() ? rounds(opening) : Optional.empty();
    } catch (ManifestException | UnknownPathException wrong) {
      // It is told in the words of a reading of all.
      return Optional.empty();
    } finally {
      opening.ifPresent(Skimming::close);
    }
  }

  /// Once it is open, if it will be.
  private static void close(CompletableFuture<Optional<Then>> opening) {
    CompletableFuture<Void> unused =
        opening.thenAccept(then -> then.ifPresent(earlier -> earlier.tree().close()));
  }

  private Optional<Desired> rounds(Optional<CompletableFuture<Optional<Then>>> opening) {
    Optional<Then> then = opening.flatMap(CompletableFuture::join);
    return then.isPresent() == opening.isPresent() ? roundsBeside(then) : Optional.empty();
  }

  /// The project, if its file is.
  private Optional<Project> asItWas() {
    var outlines = Outlines.of(shelf, lookedInto, Optional.empty());
    return new ProjectReading(request, kinds, parsed, new Trail(false), outlines).outlined();
  }

  /// Empty where git can't tell, which a reading of all tells.
  private Optional<Then> then(Since since) {
    try {
      String commit = MergeBase.withHead(since.folder(), since.revision());
      return Optional.of(
          new Then(since, commit, RevisionTree.ofCommit(request.tree(), since.folder(), commit)));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private Optional<Desired> roundsBeside(Optional<Then> then) {
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
