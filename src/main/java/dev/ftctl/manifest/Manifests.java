package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.expansion.Trail;
import dev.ftctl.manifest.input.ParsedFiles;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.outline.OutlineShelf;
import dev.ftctl.manifest.outline.Outlines;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.manifest.selection.Selection;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads manifests.
public final class Manifests {

  private final ReadRequest request;
  private final KindList kinds;
  private final Trail trail;
  private final Meanwhile meanwhile;

  private Manifests(ReadRequest request, KindList kinds, Trail trail) {
    this(request, kinds, trail, Meanwhile.NOTHING);
  }

  private Manifests(ReadRequest request, KindList kinds, Trail trail, Meanwhile meanwhile) {
    this.request = request;
    this.kinds = kinds;
    this.trail = trail;
    this.meanwhile = meanwhile;
  }

  /// Reads the project file and every manifest of the project, checks all of it offline and expands
  /// it.
  ///
  /// @throws dev.ftctl.model.problem.ManifestException with every problem of every file at once
  ///   (exit 65)
  /// @throws UnknownPathException when a path, selector, target or variable matches nothing (exit
  ///   64)
  /// @throws dev.ftctl.model.RefusedException when git can't tell what `--changed-since` asks (exit
  ///   64)
  public static Desired read(ReadRequest request, KindList kinds) {
    return read(request, kinds, Meanwhile.NOTHING);
  }

  /// The same, for whoever has something to do meanwhile.
  public static Desired read(ReadRequest request, KindList kinds, Meanwhile meanwhile) {
    return new Manifests(request, kinds, new Trail(false), meanwhile).read(true);
  }

  /// The same as [#read], for who needs to know little of what did not change: files that are as an
  /// earlier run found them right are not looked into, where nothing that they stand on changed.
  /// What is planned is read in any case, and whoever looks into [Desired#resources] has all of it
  /// read.
  public static Desired skim(ReadRequest request, KindList kinds) {
    return skim(request, kinds, Meanwhile.NOTHING);
  }

  /// The same, for whoever has something to do meanwhile.
  public static Desired skim(ReadRequest request, KindList kinds, Meanwhile meanwhile) {
    var manifests = new Manifests(request, kinds, new Trail(false), meanwhile);
    return request
        .cache()
        .filter(place -> request.paths().isEmpty() && request.shared().isEmpty())
        .map(place -> manifests.skimmed(new OutlineShelf(place, request)))
        .orElseGet(() -> manifests.read(true));
  }

  /// The same as [#read]; where there is neither a project nor a folder of manifests, and no part
  /// of them is asked for, nothing is wanted.
  public static Desired readIfAny(ReadRequest request, KindList kinds) {
    try {
      return read(request, kinds);
    } catch (UnknownPathException none) {
      Project project = project(request, kinds);
      if (!project.file().isEmpty() || request.narrows() || request.since().isPresent()) {
        throw none;
      }
      return Desired.nothing(project);
    }
  }

  /// The same as [#read], with where everything is said.
  public static Traced readTracing(ReadRequest request, KindList kinds) {
    var trail = new Trail(true);
    return new Traced(new Manifests(request, kinds, trail).read(true), trail);
  }

  /// The same as they were at another time, which may have known fewer variables than are given.
  public static Desired readEarlier(ReadRequest request, KindList kinds) {
    return new Manifests(request, kinds, new Trail(false)).read(false);
  }

  /// The project file's settings alone, for a run that must not depend on its manifests.
  ///
  /// @throws ManifestException when the project file is wrong
  public static Project project(ReadRequest request, KindList kinds) {
    var reading = new ProjectReading(request, kinds, ParsedFiles.forgetting());
    Project project = reading.project(new Report(reading.problems(), "")).project();
    reading.sound();
    return project;
  }

  /// The environments that a project declares.
  ///
  /// @param problems of the one that is chosen when none is asked for
  record Declared(List<String> names, List<Problem> problems) {}

  static Declared environments(ReadRequest request, KindList kinds) {
    var reading = new ProjectReading(request.in(""), kinds, ParsedFiles.forgetting());
    Project project = reading.project(Report.muted()).project();
    List<Problem> problems =
        reading.problems().sorted(false).stream()
            .filter(problem -> problem.rule().equals("unknown-environment"))
            .toList();
    return new Declared(project.environment().all(), problems);
  }

  /// @param usesAll whether each variable that is given has to be one that the project knows
  private Desired read(boolean usesAll) {
    ParsedFiles parsed = ParsedFiles.of(request);
    try {
      return read(parsed, usesAll);
    } finally {
      parsed.save();
    }
  }

  private Desired read(ParsedFiles parsed, boolean usesAll) {
    var reading = new ProjectReading(request, kinds, parsed, trail, Outlines.none());
    return read(reading, reading.described(meanwhile), parsed, usesAll);
  }

  private Desired read(
      ProjectReading reading, DescribedProject described, ParsedFiles parsed, boolean usesAll) {
    return finished(
        reading,
        described,
        usesAll,
        () ->
            request
                .since()
                .map(
                    since -> new EarlierReading(request, kinds, parsed).changed(since, described)));
  }

  private Desired skimmed(OutlineShelf shelf) {
    ParsedFiles parsed = ParsedFiles.of(request);
    try {
      return new Skimming(request, kinds, parsed, shelf, meanwhile, this::finished)
          .desired()
          .orElseGet(() -> whole(parsed, shelf));
    } finally {
      parsed.save();
    }
  }

  /// Looks into every file, and leaves their outlines.
  private Desired whole(ParsedFiles parsed, OutlineShelf shelf) {
    var reading = new ProjectReading(request, kinds, parsed, trail, Outlines.leaving(shelf));
    DescribedProject described = reading.described(meanwhile);
    Desired desired = read(reading, described, parsed, true);
    reading.leave(described);
    return desired;
  }

  private Desired finished(
      ProjectReading reading,
      DescribedProject described,
      boolean usesAll,
      Supplier<Optional<ChangedDocuments>> since) {
    OpenNames open = open(described.bounds(), reading.problems());
    List<Problem> warnings = reading.sound();
    Optional<ChangedDocuments> changed = since.get();
    if (usesAll) {
      described.project().lookup().variables().requireAllGivenAreUsed();
    }
    return desired(reading, described, open, warnings, changed);
  }

  private Desired desired(
      ProjectReading reading,
      DescribedProject described,
      OpenNames open,
      List<Problem> warnings,
      Optional<ChangedDocuments> changed) {
    Project project = described.project().project();
    var chosen =
        new Selection(
                request,
                described.files(),
                described.bounds(),
                changed.map(ChangedDocuments::addresses))
            .chosen();
    return new Desired(
        project,
        resources(described),
        chosen.addresses(),
        chosen.needed(),
        changed,
        described.elsewhere(),
        open,
        warnings,
        reading.sources(),
        described.files().files().size(),
        reading.digest(project.environment().name()));
  }

  private List<Resource> resources(DescribedProject described) {
    List<Resource> resources =
        described.bounds().stream()
            .map(Bound::resource)
            .sorted(Comparator.comparing(Resource::address))
            .toList();
    return described.passed().isEmpty()
        ? resources
        : new ReadLater(resources, described.stubs(), () -> readWhole().resources());
  }

  private Desired readWhole() {
    return new Manifests(request.unchangedToo(), kinds, new Trail(false)).read(true);
  }

  /// What is left to the account, when one is read; else it is warned of here.
  private OpenNames open(List<Bound> bounds, Problems problems) {
    List<OpenNames.Of> names =
        bounds.stream()
            .flatMap(bound ->
                bound.unsettled().stream()
                    .map(name ->
                        new OpenNames.Of(
                            bound.resource(), bound.draft().document().subject(), name)))
            .toList();
    if (request.needsEnvironment()) {
      return new OpenNames(names, request.strict());
    }
    names.forEach(name -> problems.add(name.offline()));
    return OpenNames.NONE;
  }
}
