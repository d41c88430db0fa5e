package dev.ftctl.manifest.input;

import dev.ftctl.files.RealPath;
import dev.ftctl.git.RepositoryTop;
import dev.ftctl.model.FileTree.Bar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How far manifests reach: what they name ends inside the repository by its real path, or in what
/// the command line opens. A branch that nobody has reviewed must not read what lies beside it, and
/// a link is as good as a path. Safe for many threads.
final class Reach {

  private static final List<Path> SYSTEM =
      List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

  /// Folders of tools that keep keys and journals in them, in a repository but no part of it.
  private static final List<String> TOOLS = List.of(".git", ".ftctl");

  private static final String KEEP = "keep what manifests read in files of the repository";

  private final Path top;
  private final String name;
  private final List<Path> open = new ArrayList<>();
  private final Map<Path, Path> realFolders = new ConcurrentHashMap<>();

  private final boolean isBounded;

  /// @param top as the user's paths spell it
  /// @param name of what is open, for messages
  private Reach(Path top, String name, boolean isBounded) {
    this.top = top;
    this.name = name;
    this.isBounded = isBounded;
    this.open.add(RealPath.of(top));
  }

  private Reach(Path top, String name) {
    this(top, name, true);
  }

  /// The same with everything open.
  Reach unbounded() {
    return new Reach(top, name, false);
  }

  /// Where the repository begins: git's top, else the folder of the project file, else what is
  /// named, else the working folder.
  ///
  /// @param folder the working folder
  /// @param config `--config`, empty for none
  /// @param paths that the command line names; what lies outside is open, since the user said so
  static Reach of(Path folder, String config, List<Path> paths) {
    Path start =
        !config.isEmpty()
            ? folder.resolve(config).normalize().getParent()
            : paths.isEmpty() ? folder : paths.getFirst();
    Path from = start == null ? folder : start;
    Reach reach =
        RepositoryTop.above(from)
            .map(top -> new Reach(top, "the repository " + top))
            .or(() ->
                project(from, !config.isEmpty())
                    .map(top -> new Reach(top, "the project's folder " + top)))
            .orElseGet(() -> new Reach(opened(from), "the folder " + opened(from)));
    paths.stream().filter(path -> !path.startsWith(reach.top)).forEach(reach::open);
    return reach;
  }

  private static Optional<Path> project(Path from, boolean isNamed) {
    for (Path at = from; at != null; at = at.getParent()) {
      if (isNamed || Files.exists(at.resolve("ftctl.yaml"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /// The folder that a path opens: itself, or that of a file.
  private static Path opened(Path path) {
    Path folder = path.getParent();
    return Files.isDirectory(path) || folder == null ? path : folder;
  }

  /// Opens a folder, or that of a file, to the manifests.
  private void open(Path path) {
    open.add(RealPath.of(opened(path)));
  }

  /// Opens just this, file or folder.
  Reach with(List<Path> opened) {
    opened.forEach(path -> open.add(RealPath.of(path)));
    return this;
  }

  Path top() {
    return top;
  }

  /// Why a path may not be read; empty for one that may.
  ///
  /// @param path absolute
  Optional<Bar> bar(Path path) {
    if (!isBounded) {
      return Optional.empty();
    }
    Path real = real(path);
    List<Path> around = open.stream().filter(real::startsWith).toList();
    if (around.isEmpty()) {
      return Optional.of(outside(path, real));
    }
    return around.stream().anyMatch(root -> isOpen(root, real))
        ? Optional.empty()
        : Optional.of(new Bar("lies in a folder that no manifest may read: " + real, KEEP));
  }

  private static boolean isOpen(Path root, Path real) {
    if (isOfSystem(real) && !isOfSystem(root)) {
      return false;
    }
    for (Path part : root.relativize(real)) {
      if (TOOLS.stream().anyMatch(part.toString()::equalsIgnoreCase)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfSystem(Path real) {
    return SYSTEM.stream().anyMatch(real::startsWith);
  }

  private Bar outside(Path path, Path real) {
    boolean isLink = open.stream().anyMatch(path::startsWith) || path.startsWith(top);
    Path folder = real.getParent();
    Path target =
        Files.isDirectory(real) || folder == null || folder.getNameCount() == 0 ? real : folder;
    return new Bar(
        isLink ? "leads out of " + name + ", to " + real : "lies outside " + name,
        isOfSystem(real)
            ? KEEP
            : "keep it there, or open its folder on the command line: --allow-path " + target);
  }

  /// Most files are no links, and lie in few folders.
  private Path real(Path path) {
    Path folder = path.getParent();
    Path file = path.getFileName();
    if (folder == null || file == null || Files.isSymbolicLink(path)) {
      return RealPath.of(path);
    }
    return realFolders.computeIfAbsent(folder, RealPath::of).resolve(file);
  }
}
