package dev.ftctl.cli.check;

import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.address.Near;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Finds files of tests. Links are not followed, and folders whose names begin with a dot or that
/// hold other people's packages are passed over.
///
/// @param here where the user stands
/// @param config `--config`, empty for none
record TestFinder(Path here, String config) {

  private static final String PROJECT = "ftctl.yaml";
  private static final String PACKAGES = "node_modules";

  /// @param paths as they were given; without any, all of the project
  /// @return sorted, absolute
  /// @throws UnknownPathException when a path leads to no test
  List<Path> find(List<String> paths) {
    var found = new TreeSet<Path>();
    if (paths.isEmpty()) {
      Path top = top();
      found.addAll(below(top));
      if (found.isEmpty()) {
        throw new UnknownPathException(
            "there is no test (*.test.yaml) below " + ShownPath.of(here, top));
      }
    }
    for (String path : paths) {
      found.addAll(of(path));
    }
    return List.copyOf(found);
  }

  /// The folder of the project, else the working folder.
  private Path top() {
    Optional<Path> project =
        config.isEmpty()
            ? project(here)
            : Optional.of(here.resolve(config).normalize()).filter(Files::isRegularFile);
    if (project.isEmpty() && !config.isEmpty()) {
      throw new UnknownPathException("there is no project file " + config);
    }
    return project.map(Path::getParent).orElse(here);
  }

  /// The nearest project file upwards.
  static Optional<Path> project(Path from) {
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(PROJECT);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (Files.exists(folder.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private TreeSet<Path> of(String path) {
    Path file = here.resolve(path).normalize();
    if (Files.isDirectory(file)) {
      TreeSet<Path> tests = below(file);
      if (tests.isEmpty()) {
        throw new UnknownPathException("the folder " + path + " holds no test (*.test.yaml)");
      }
      return tests;
    }
    if (!Files.exists(file)) {
      List<String> all = below(top()).stream().map(test -> ShownPath.of(here, test)).toList();
      String hint = Near.hint(path, all);
      throw new UnknownPathException(
          "there is no file or folder " + path + (hint.isEmpty() ? "" : "; " + hint));
    }
    if (!Paths.isTest(path)) {
      throw new UnknownPathException(
          path + " is no file of tests: the name of one ends in .test.yaml");
    }
    return new TreeSet<>(List.of(file));
  }

  private static TreeSet<Path> below(Path folder) {
    var found = new TreeSet<Path>();
    try {
      Files.walkFileTree(folder, new Visitor(folder, found));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path start;
    private final TreeSet<Path> found;

    private Visitor(Path start, TreeSet<Path> found) {
      this.start = start;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean isOther = !folder.equals(start) && (name.startsWith(".") || name.equals(PACKAGES));
      return isOther ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && Paths.isTest(file.toString())) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /// What can't be looked into holds no test that could be run.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException closed) {
      return FileVisitResult.CONTINUE;
    }
  }
}
