package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.binding.Binding;
import dev.ftctl.manifest.binding.BoundBefore;
import dev.ftctl.manifest.document.CsvFiles;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.Documents;
import dev.ftctl.manifest.document.Written;
import dev.ftctl.manifest.expansion.Beside;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expansion.LentPauses;
import dev.ftctl.manifest.expansion.Trail;
import dev.ftctl.manifest.expression.DataFiles;
import dev.ftctl.manifest.expression.ForeignTexts;
import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.ParsedFiles;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.SourceReader;
import dev.ftctl.manifest.outline.OutlineMaker;
import dev.ftctl.manifest.outline.Outlines;
import dev.ftctl.manifest.outline.Stubs;
import dev.ftctl.manifest.project.EnvironmentFile;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.manifest.project.ProjectFile;
import dev.ftctl.manifest.project.ProjectReader;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.manifest.selection.FileFinder;
import dev.ftctl.manifest.selection.FileList;
import dev.ftctl.model.Digest;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One reading of a project: its files to bound resources, with all that is wrong on the way.
final class ProjectReading {

  private final ReadRequest request;
  private final KindList kinds;
  private final Problems problems = new Problems();
  private final Sources sources = new Sources();
  private final Digest digest = new Digest();
  private final FileTexts texts;
  private final SourceReader reader;
  private final Trail trail;
  private final Outlines outlines;
  private boolean hasUnread;

  /// @param parsed files that need not be parsed again
  ProjectReading(ReadRequest request, KindList kinds, ParsedFiles parsed) {
    this(request, kinds, parsed, new Trail(false), Outlines.none());
  }

  /// @param trail that is filled on the way
  /// @param outlines of files that need not be looked into
  ProjectReading(
      ReadRequest request, KindList kinds, ParsedFiles parsed, Trail trail, Outlines outlines) {
    this.outlines = outlines;
    this.request = request;
    this.kinds = kinds;
    this.trail = trail;
    this.texts = new FileTexts(request.tree());
    this.reader = new SourceReader(request.tree(), sources, texts, digest, problems, parsed);
  }

  /// Reads to the end, whatever is wrong: of what is, something may be missing or half.
  DescribedProject described() {
    return described(Meanwhile.NOTHING);
  }

  /// The same for whoever has something to do meanwhile.
  DescribedProject described(Meanwhile meanwhile) {
    return described(BoundBefore.NOTHING, Binding.helpers(), meanwhile);
  }

  /// @param before what another reading of the same project came to, with no error in it
  DescribedProject described(BoundBefore before) {
    return described(before, Binding.helpers(), Meanwhile.NOTHING);
  }

  /// @param helpers threads that bind beside this one, which change nothing but the time it takes
  DescribedProject described(BoundBefore before, int helpers) {
    return described(before, helpers, Meanwhile.NOTHING);
  }

  private DescribedProject described(BoundBefore before, int helpers, Meanwhile meanwhile) {
    var finder = new FileFinder(request);
    var plainly = new Report(problems, "");
    ProjectFile project = project(finder, plainly);
    if (problems.errors() == 0) {
      meanwhile.projectIsKnown(project.project());
    }
    outlines.open(context(project));
    var data = new DataFiles(request.tree(), texts, reader, project.project().folder());
    FileList files = manifests(finder, project, data, plainly);
    outlines.keepOnly(files.files());
    var stubs = new Stubs(outlines.passed(), kinds, request.tree()::shown);
    Beside beside = stubs.beside();
    Written written =
        written(project, files, overlays(finder, project, plainly), data, beside.documents());
    Map<String, Map<String, String>> labels = groupLabels(written, beside.documents());
    var reading =
        new ExpansionContext(
            kinds,
            project.lookup(),
            problems,
            request.redaction(),
            sources,
            labels,
            new LentPauses(),
            trail,
            !written.isPartial() && !isBroken());
    return new ResourceReading(reading, project, written, stubs, outlines, reader)
        .described(files, data, before, helpers);
  }

  /// What outlines hold in: the project file as it was read, and for which environment.
  private String context(ProjectFile project) {
    return reader.context()
        + " "
        + project.project().environment().name()
        + (request.rehearses() ? " rehearsed" : "");
  }

  /// The project, if earlier runs left anything for a project file that is as it was.
  Optional<Project> outlined() {
    ProjectFile project = project(Report.muted());
    outlines.open(context(project));
    return outlines.isFilled() ? Optional.of(project.project()) : Optional.empty();
  }

  /// Leaves outlines for later runs. Policies look at everything, so that they would be of no use.
  ///
  /// @param described what this reading came to, with nothing wrong
  void leave(DescribedProject described) {
    ProjectFile project = described.project();
    if (project.project().policies().isEmpty()) {
      List<OutlineMaker.Read> read =
          described.files().files().stream()
              .filter(path -> !reader.isPassed(path))
              .map(path -> read(path, project))
              .toList();
      outlines.leave(
          described.maker().get().outlines(read, described.passed(), problems.sorted(false)));
    }
  }

  private OutlineMaker.Read read(String path, ProjectFile project) {
    return new OutlineMaker.Read(
        path,
        request.tree().shown(path),
        reader.hash(path),
        roots(path, project),
        reader.lines(path));
  }

  /// The project file alone.
  ProjectFile project(Report plainly) {
    return project(new FileFinder(request), plainly);
  }

  Problems problems() {
    return problems;
  }

  Sources sources() {
    return sources;
  }

  /// What was found, when none of it is an error.
  ///
  /// @throws ManifestException with everything that was found, when any is
  List<Problem> sound() {
    List<Problem> found = problems.sorted(request.strict());
    if (found.stream().anyMatch(Problem::isError)) {
      reader.guard(found, request.redaction());
      throw new ManifestException(found, sources);
    }
    return found;
  }

  /// SHA-256 over all that was read and given, in hex. Ends the reading.
  String digest(String environment) {
    new TreeMap<>(request.variables())
        .forEach((name, text) -> digest.with("var:" + name).with(text));
    return digest.with("environment").with(environment).hex();
  }

  private FileList manifests(
      FileFinder finder, ProjectFile project, DataFiles data, Report plainly) {
    int before = problems.errors();
    FileList found = finder.manifests(project, plainly);
    hasUnread |= problems.errors() > before;
    FileList files = withoutData(found, project, data);
    finder.refuseMisnamed(files, plainly);
    return files;
  }

  private List<String> overlays(FileFinder finder, ProjectFile project, Report plainly) {
    int before = problems.errors();
    List<String> overlays = finder.overlays(project, plainly);
    hasUnread |= problems.errors() > before;
    return overlays;
  }

  /// Whether something could not be read, so that documents may be missing.
  private boolean isBroken() {
    return hasUnread || reader.isBroken();
  }

  private ProjectFile project(FileFinder finder, Report plainly) {
    var projects = new ProjectReader(request, kinds, texts, sources, problems);
    return finder
        .project(plainly)
        .map(path ->
            projects.read(
                path,
                reader.read(path, ProjectReader.NAME),
                EnvironmentFile.in(Paths.parent(path), request.tree(), reader::read)))
        .orElseGet(() -> projects.none(request.tree().canonical("")));
  }

  /// Without the files that others name by `${yaml:…}`.
  private FileList withoutData(FileList files, ProjectFile project, DataFiles data) {
    var named = new TreeSet<String>();
    if (!project.path().isEmpty()) {
      reader.read(project.path(), ProjectReader.NAME).forEach(root -> data.collect(root, named));
    }
    reader.parseAhead(files.files(), outlines);
    reader.lookInto(outlines.takeBack(files.files(), kinds));
    for (String file : files.files()) {
      if (reader.isPassed(file)) {
        reader.pass(file, name(file, project));
      } else {
        roots(file, project).forEach(root -> data.collect(root, named));
      }
    }
    return files.without(named);
  }

  private Written written(
      ProjectFile project,
      FileList files,
      List<String> overlays,
      DataFiles data,
      List<Document> beside) {
    var foreign = ForeignTexts.of(request.tree(), project.project().folder());
    var csv = new CsvFiles(request.tree(), texts, sources, digest, foreign);
    var documents = new Documents(project, kinds, data, csv, problems);
    for (String file : files.files()) {
      if (!reader.isPassed(file)) {
        roots(file, project).forEach(root -> documents.add(file, root));
      }
    }
    for (String file : overlays) {
      roots(file, project).forEach(documents::addOverlay);
    }
    return documents.written(isBroken(), beside);
  }

  private List<Node> roots(String file, ProjectFile project) {
    return reader.read(file, name(file, project));
  }

  private static String name(String file, ProjectFile project) {
    return Paths.relative(file, project.project().folder());
  }

  private static Map<String, Map<String, String>> groupLabels(
      Written written, List<Document> beside) {
    var labels = new LinkedHashMap<String, Map<String, String>>();
    Stream.concat(written.documents().stream(), beside.stream())
        .filter(document -> document.kind().slug().equals(ExpansionContext.GROUP))
        .forEach(document ->
            labels.putIfAbsent(
                document.metadata().name(), written.overlays().over(document).labels()));
    return labels;
  }
}
