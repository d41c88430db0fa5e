package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;
import dev.ftctl.model.Digest;
import dev.ftctl.model.ManifestException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Sources;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads manifests.
public final class Manifests {

  private final ReadRequest request;
  private final KindList kinds;
  private final Problems problems = new Problems();
  private final Sources sources = new Sources();
  private final Digest digest = new Digest();
  private final FileTexts texts;
  private final SourceReader reader;
  private boolean isPartial;

  private Manifests(ReadRequest request, KindList kinds) {
    this.request = request;
    this.kinds = kinds;
    this.texts = new FileTexts(request.tree());
    this.reader = new SourceReader(request.tree(), sources, texts, digest, problems);
  }

  /// Reads the project file and every manifest of the project, checks all of it offline and expands
  /// it.
  ///
  /// @throws dev.ftctl.model.ManifestException with every problem of every file at once (exit 65)
  /// @throws UnknownPathException when a path, selector, target or variable matches nothing (exit
  ///   64)
  public static Desired read(ReadRequest request, KindList kinds) {
    return new Manifests(request, kinds).read();
  }

  private Desired read() {
    var finder = new FileFinder(request);
    ProjectFile project = project(finder);
    FileList files = finder.manifests(project, new Report(problems, ""));
    List<Document> documents = documents(project, files);
    Map<String, Map<String, String>> labels = groupLabels(documents);
    var reading =
        new Reading(
            kinds,
            project.lookup(),
            problems,
            request.redaction(),
            labels,
            !isPartial && !reader.isBroken());
    List<Draft> drafts = new Expansion(reading, project.defaults()).drafts(documents);
    var instances = new Instances(drafts);
    List<Bound> bounds =
        drafts.stream().map(draft -> new Binder(reading, draft).bind(instances)).toList();
    // What is not described may stand in what could not be read.
    if (reading.isWhole()) {
      new Links(problems, instances, bounds).check();
    }
    List<dev.ftctl.model.Problem> found = problems.sorted(request.strict());
    if (found.stream().anyMatch(dev.ftctl.model.Problem::isError)) {
      reader.guard(found, request.redaction());
      throw new ManifestException(found, sources);
    }
    project.lookup().variables().requireAllGivenAreUsed();
    List<Resource> resources =
        bounds.stream()
            .map(Bound::resource)
            .sorted(Comparator.comparing(Resource::address))
            .toList();
    addInputs();
    var narrowed = new Narrowing(request, files, bounds).addresses();
    return new Desired(
        project.project(), resources, narrowed, found, sources, files.files().size(), digest.hex());
  }

  private ProjectFile project(FileFinder finder) {
    var projects = new ProjectReader(request, kinds, texts, sources, problems);
    return finder
        .project()
        .map(path -> projects.read(path, reader.read(path, ProjectReader.NAME)))
        .orElseGet(() -> projects.none(request.tree().canonical("")));
  }

  private List<Document> documents(ProjectFile project, FileList files) {
    var envelopes = new DocumentReader(kinds, project.lookup(), problems);
    var documents = new ArrayList<Document>();
    for (String file : files.files()) {
      String name = Paths.relative(file, project.project().folder());
      for (Node root : reader.read(file, name)) {
        Optional<Document> document = envelopes.read(file, root);
        document.ifPresent(documents::add);
        isPartial |= document.isEmpty();
      }
    }
    return documents;
  }

  private static Map<String, Map<String, String>> groupLabels(List<Document> documents) {
    var labels = new LinkedHashMap<String, Map<String, String>>();
    documents.stream()
        .filter(document -> document.kind().slug().equals(Reading.GROUP))
        .forEach(document ->
            labels.putIfAbsent(document.metadata().name(), document.metadata().labels()));
    return labels;
  }

  private void addInputs() {
    new TreeMap<>(request.variables())
        .forEach((name, text) -> digest.with("var:" + name).with(text));
    digest.with("environment").with(request.environment());
  }
}
