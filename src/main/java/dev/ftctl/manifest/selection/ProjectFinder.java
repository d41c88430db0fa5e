package dev.ftctl.manifest.selection;

import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.SourceReader;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.project.ProjectReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the project file. One that is called a little otherwise, or can't be read, is an error:
/// with it the account, the protections and the limits would be off, and nobody would notice.
final class ProjectFinder {

  private static final String OTHER = "ftctl.yml";

  private final ReadRequest request;
  private final FileTree tree;

  ProjectFinder(ReadRequest request) {
    this.request = request;
    this.tree = request.tree();
  }

  /// Canonical; a file with a wrong name counts, besides the error, so that no further errors
  /// follow from what it says.
  Optional<String> find(Report report) {
    if (!request.configFile().isEmpty()) {
      String path = tree.canonical(request.configFile());
      if (tree.at(path) == FileTree.Found.OUTSIDE) {
        report.add(Outside.met(tree, path));
        return Optional.of(path);
      }
      if (!tree.isFile(path)) {
        throw new UnknownPathException("there is no project file " + request.configFile());
      }
      if (Paths.relative(path, Paths.parent(path)).equals(ProjectReader.NAME)) {
        misnamed(Paths.parent(path), report);
      }
      return Optional.of(path);
    }
    String start = tree.canonical(request.paths().isEmpty() ? "" : request.paths().getFirst());
    for (String folder : Paths.upwards(start)) {
      Optional<String> found = in(folder, report);
      found.ifPresent(path -> new Ownership(request).check(path, report));
      if (found.isPresent() || folder.equals(tree.top())) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> in(String folder, Report report) {
    if (!tree.isFolder(folder)) {
      return Optional.empty();
    }
    String path = Paths.child(folder, ProjectReader.NAME);
    FileTree.Found found = tree.at(path);
    List<String> misnamed = misnamed(folder, report);
    return switch (found) {
      case FILE -> Optional.of(path);
      case NOTHING -> misnamed.stream().findFirst();
      case FOLDER, UNREADABLE -> {
        report.add(SourceReader.unreadable(tree.shown(path)));
        yield Optional.of(path);
      }
      case OUTSIDE -> {
        report.add(Outside.met(tree, path));
        yield Optional.of(path);
      }
    };
  }

  private List<String> misnamed(String folder, Report report) {
    List<String> listed = tree.names(folder);
    var names = new TreeSet<>(listed);
    // Where the folder can't be listed, too.
    names.add(OTHER);
    names.removeIf(name -> !isNearly(name));
    List<String> found =
        names.stream()
            .map(name -> Paths.child(folder, name))
            .filter(path -> tree.isFile(path) || tree.at(path) == FileTree.Found.UNREADABLE)
            .toList();
    found.forEach(path -> refuse(path, listed.contains(ProjectReader.NAME), report));
    return found;
  }

  /// @param isBeside whether there is one with the right name
  private void refuse(String path, boolean isBeside, Report report) {
    String right = tree.shown(Paths.child(Paths.parent(path), ProjectReader.NAME));
    report.error(
        place(path),
        "file-name",
        "a project file has to be called "
            + ProjectReader.NAME
            + (isBeside ? ", and there is one" : ", else nothing of it holds"),
        isBeside
            ? "move what counts of this file to " + right + ", and remove it"
            : "rename it to " + right);
  }

  private static boolean isNearly(String name) {
    return !name.equals(ProjectReader.NAME)
        && (name.equalsIgnoreCase(ProjectReader.NAME) || name.equalsIgnoreCase(OTHER));
  }

  private SourceLocation place(String path) {
    return SourceLocation.of(tree.shown(path), 1, 1);
  }
}
