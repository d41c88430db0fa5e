package dev.ftctl.manifest.selection;

import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.project.ProjectFile;
import dev.ftctl.manifest.project.ProjectReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Finds the project file and the manifests.
public final class FileFinder {

  private static final String DEFAULT_FOLDER = "manifests";

  private final FileTree tree;
  private final ReadRequest request;

  public FileFinder(ReadRequest request) {
    this.tree = request.tree();
    this.request = request;
  }

  /// The project file: the one that was named, else the nearest one upwards of the first path or
  /// the working folder.
  public Optional<String> project(Report report) {
    return new ProjectFinder(request).find(report);
  }

  public FileList manifests(ProjectFile project, Report report) {
    var all = new TreeSet<>(projectFiles(project, report));
    all.removeIf(file -> !isManifest(project, file));
    var named = new TreeSet<String>();
    // Without a project the paths are all there is.
    boolean isNarrowed = !request.paths().isEmpty() && !project.path().isEmpty();
    for (String path : request.paths()) {
      boolean isWhole =
          !all.isEmpty() && Paths.isWithin(project.project().folder(), tree.canonical(path));
      isNarrowed &= !isWhole;
      named.addAll(isWhole ? all : filesOf(path, all, project, report));
    }
    all.addAll(named);
    String usual = Paths.child(project.project().folder(), DEFAULT_FOLDER);
    if (project.path().isEmpty() && request.paths().isEmpty() && !tree.isFolder(usual)) {
      throw new UnknownPathException(
          "there is neither a project file ftctl.yaml nor a folder manifests; name the manifests'"
              + " folder");
    }
    return new FileList(List.copyOf(all), isNarrowed ? named : Set.of(), isNarrowed);
  }

  /// Whether a file of the project is a manifest: none of an overlay, included and not excluded.
  private boolean isManifest(ProjectFile project, String file) {
    String folder = project.project().folder();
    String relative = Paths.relative(file, folder);
    boolean isIncluded = project.include().isEmpty() || matches(project.include(), relative);
    return !isOfOverlay(project, file) && isIncluded && !matches(project.exclude(), relative);
  }

  private boolean isOfOverlay(ProjectFile project, String file) {
    String folder = project.project().folder();
    return project.noManifests().stream()
        .anyMatch(overlay -> Paths.isWithin(file, tree.canonical(Paths.child(folder, overlay))));
  }

  private static boolean matches(List<String> globs, String path) {
    return globs.stream().anyMatch(glob -> new Glob(glob).matches(path));
  }

  /// The files with the partial documents of the environment.
  public List<String> overlays(ProjectFile project, Report report) {
    var files = new TreeSet<String>();
    for (Node.Scalar written : project.overlays()) {
      String path = tree.canonical(Paths.child(project.project().folder(), written.text()));
      files.addAll(
          named(
              written,
              path,
              "overlays",
              report,
              () -> below(path, report, unread -> isExcluded(project, unread))));
    }
    return List.copyOf(files);
  }

  private TreeSet<String> projectFiles(ProjectFile project, Report report) {
    var files = new TreeSet<String>();
    boolean hasProject = !project.path().isEmpty();
    if (project.manifests().isEmpty() && (hasProject || request.paths().isEmpty())) {
      String folder = tree.canonical(Paths.child(project.project().folder(), DEFAULT_FOLDER));
      files.addAll(below(folder, project, report));
    }
    for (Node.Scalar written : project.manifests()) {
      String path = tree.canonical(Paths.child(project.project().folder(), written.text()));
      files.addAll(named(written, path, "manifests", report, () -> below(path, project, report)));
    }
    return files;
  }

  /// The files that an entry of the project file means.
  ///
  /// @param key that it stands under
  /// @param below what lies there, if it is a folder
  private Set<String> named(
      Node.Scalar written,
      String path,
      String key,
      Report report,
      Supplier<? extends Set<String>> below) {
    return switch (tree.at(path)) {
      case FILE -> Set.of(path);
      case FOLDER -> below.get();
      case OUTSIDE -> {
        report.add(Outside.named(tree, path, written.place(), Types.excerpt(written.text())));
        yield Set.of();
      }
      case NOTHING, UNREADABLE -> {
        report.error(
            written.place(),
            "missing-folder",
            "there is no file or folder " + tree.shown(path),
            "make it, or take it out of '" + key + "'");
        yield Set.of();
      }
    };
  }

  private TreeSet<String> filesOf(
      String path, TreeSet<String> known, ProjectFile project, Report report) {
    String canonical = tree.canonical(path);
    if (tree.isFile(canonical)) {
      if (isProjectFile(canonical)) {
        throw new UnknownPathException(
            path + " is a project file, no manifest; name it with --config");
      }
      if (Paths.isTest(canonical)) {
        throw new UnknownPathException(
            path + " holds tests of manifests, and is none; run them with: ftctl check");
      }
      return new TreeSet<>(List.of(canonical));
    }
    if (tree.at(canonical) == FileTree.Found.OUTSIDE) {
      report.add(Outside.met(tree, canonical));
      return new TreeSet<>();
    }
    if (tree.at(canonical) == FileTree.Found.UNREADABLE) {
      throw new UnknownPathException(path + " is no file or folder, or can't be looked into");
    }
    if (!tree.isFolder(canonical)) {
      var candidates = new TreeSet<String>();
      known.forEach(file -> candidates.add(tree.shown(file)));
      below(Paths.parent(canonical), project, Report.muted())
          .forEach(file -> candidates.add(tree.shown(file)));
      String hint = Near.hint(path, candidates);
      throw new UnknownPathException(
          "there is no file or folder " + path + (hint.isEmpty() ? "" : "; " + hint));
    }
    int before = report.problems().errors();
    TreeSet<String> files = below(canonical, project, report);
    if (files.isEmpty() && report.problems().errors() == before) {
      throw new UnknownPathException("the folder " + path + " holds no manifest (*.yaml, *.yml)");
    }
    return files;
  }

  private TreeSet<String> below(String folder, ProjectFile project, Report report) {
    return below(folder, report, path -> isExcluded(project, path) || isOfOverlay(project, path));
  }

  /// @param isLeftOut what can't be read and need not be
  private TreeSet<String> below(String folder, Report report, Predicate<String> isLeftOut) {
    FileTree.Listing listing = tree.below(folder);
    new Unread(tree, report).tell(listing, isLeftOut);
    var files = new TreeSet<String>();
    listing.files().stream()
        .filter(Paths::isManifest)
        .filter(file -> !isProjectFile(file))
        .forEach(file -> files.add(tree.canonical(file)));
    return files;
  }

  /// Whether the project leaves out what can't be looked at, and all that could be below it.
  private boolean isExcluded(ProjectFile project, String path) {
    String relative = Paths.relative(path, project.project().folder());
    return matches(project.exclude(), relative)
        || matches(project.exclude(), relative + "/_/_.yaml");
  }

  /// Reports manifests whose names end in another letter case: some systems would find them, others
  /// not, and what is not found looks gone.
  public void refuseMisnamed(FileList files, Report report) {
    files.files().stream()
        .filter(file -> !file.endsWith(".yaml") && !file.endsWith(".yml"))
        .forEach(file ->
            report.error(
                SourceLocation.of(tree.shown(file), 1, 1),
                "file-name",
                "a manifest's name ends in '.yaml' or '.yml', in small letters",
                "rename it to " + tree.shown(renamed(file))));
  }

  private static String renamed(String file) {
    int dot = file.lastIndexOf('.');
    return file.substring(0, dot) + file.substring(dot).toLowerCase(Locale.ROOT);
  }

  private static boolean isProjectFile(String path) {
    return path.equals(ProjectReader.NAME) || path.endsWith("/" + ProjectReader.NAME);
  }
}
