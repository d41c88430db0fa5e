package dev.ftctl.manifest;

import dev.ftctl.manifest.expression.EnvironmentTexts;
import dev.ftctl.manifest.expression.Lookup;
import dev.ftctl.manifest.expression.SecretStore;
import dev.ftctl.manifest.expression.Variables;
import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.SecretGuess;
import dev.ftctl.manifest.input.SourceReader;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.manifest.project.ProjectFile;
import dev.ftctl.manifest.project.ProjectReader;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.manifest.selection.FileFinder;
import dev.ftctl.manifest.selection.FileList;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.FormattedFile;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The files of a project in the house format. Looks at their syntax only: what they say may be
/// wrong.
public final class ManifestFormat {

  /// @param path canonical
  /// @param shown as messages show it
  public record Entry(String path, String shown, FormattedFile file) {}

  private final FileTree tree;
  private final ReadRequest request;
  private final Problems problems = new Problems();
  private final Sources sources = new Sources();

  private ManifestFormat(ReadRequest request) {
    this.request = request;
    this.tree = request.tree();
  }

  /// The named files and folders; without any, the manifests of the project and the project file.
  ///
  /// @param configFile `--config`, empty to look upwards
  /// @return sorted by path
  /// @throws UnknownPathException when a path leads nowhere
  /// @throws ManifestException when the project file names a folder that is missing
  public static List<Entry> of(
      FileTree tree, String configFile, List<String> paths, Redaction redaction) {
    // No moment is the same as any: nothing that is formatted depends on it.
    var request =
        new ReadRequest(
            tree,
            configFile,
            paths,
            "",
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            false,
            redaction,
            Instant.EPOCH,
            false);
    return new ManifestFormat(request).entries();
  }

  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (String path : files()) {
      String shown = tree.shown(path);
      FormattedFile file = formatted(path, shown);
      SecretGuess.remember(file.lines(), request.redaction());
      entries.add(new Entry(path, shown, file));
    }
    return entries;
  }

  private TreeSet<String> files() {
    List<String> projects =
        request.paths().stream()
            .map(tree::canonical)
            .filter(path -> path.endsWith("/" + ProjectReader.NAME) && tree.isFile(path))
            .toList();
    var files = new TreeSet<>(projects);
    if (projects.isEmpty() || projects.size() < request.paths().size()) {
      files.addAll(manifests(request.without(projects)));
    }
    return files;
  }

  private List<String> manifests(ReadRequest asked) {
    var finder = new FileFinder(asked);
    var plainly = new Report(problems, "");
    Optional<String> project = finder.project(plainly);
    FileList found = finder.manifests(project(project), plainly);
    finder.refuseMisnamed(found, plainly);
    List<Problem> wrong = problems.sorted(false);
    if (!wrong.isEmpty()) {
      throw new ManifestException(wrong, sources);
    }
    var files = new TreeSet<>(found.isNarrowed() ? found.named() : found.files());
    if (asked.paths().isEmpty()) {
      project.ifPresent(files::add);
    }
    return List.copyOf(files);
  }

  /// As much of the project file as says where manifests are.
  private ProjectFile project(Optional<String> path) {
    List<Node.Scalar> folders = path.map(this::folders).orElse(List.of());
    var lookup =
        new Lookup(
            new Variables(Map.of(), Map.of()),
            new EnvironmentTexts(Map.of(), false),
            new FileTexts(tree),
            new SecretStore(List.of(), request, ""),
            request.now());
    return new ProjectFile(
        path.orElse(""),
        Project.none(path.map(Paths::parent).orElseGet(() -> tree.canonical(""))),
        folders,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        lookup);
  }

  private List<Node.Scalar> folders(String path) {
    var file = Yaml.read(tree.shown(path), tree.read(path).orElse(new byte[0]));
    sources.put(tree.shown(path), file.lines());
    return file.documents().stream()
        .limit(1)
        .filter(Node.Mapping.class::isInstance)
        .map(root -> ((Node.Mapping) root).get("manifests"))
        .flatMap(Optional::stream)
        .filter(Node.Sequence.class::isInstance)
        .flatMap(list -> ((Node.Sequence) list).items().stream())
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .toList();
  }

  private FormattedFile formatted(String path, String shown) {
    long size = tree.size(path);
    if (size > Yaml.LARGEST) {
      return new FormattedFile("", "", false, List.of(Yaml.tooLarge(shown, size)), List.of());
    }
    return tree.read(path)
        .map(bytes -> YamlFormat.of(shown, bytes))
        .orElseGet(() ->
            new FormattedFile("", "", false, List.of(SourceReader.unreadable(shown)), List.of()));
  }
}
