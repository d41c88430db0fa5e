package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The files on disk, seen from the folder that the user stands in.
public final class WorkingTree implements FileTree {

  private final Path root;

  /// @param root the working folder; relative paths start there
  public WorkingTree(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public boolean isFile(String path) {
    return resolve(path).filter(Files::isRegularFile).isPresent();
  }

  @Override
  public boolean isFolder(String path) {
    return resolve(path).filter(Files::isDirectory).isPresent();
  }

  @Override
  public List<String> filesBelow(String folder) {
    var files = new TreeSet<String>();
    resolve(folder).filter(Files::isDirectory).ifPresent(start -> walk(start, files));
    return List.copyOf(files);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return resolve(path)
        .flatMap(file -> {
          try {
            return Optional.of(Files.readAllBytes(file));
          } catch (IOException unreadable) {
            return Optional.empty();
          }
        });
  }

  @Override
  public long size(String path) {
    return resolve(path)
        .map(file -> {
          try {
            return Files.size(file);
          } catch (IOException unreadable) {
            return -1L;
          }
        })
        .orElse(-1L);
  }

  @Override
  public String canonical(String path) {
    return resolve(path).map(WorkingTree::slashed).orElse(path);
  }

  @Override
  public String shown(String path) {
    String absolute = canonical(path);
    return resolve(path)
        .filter(file -> root.getRoot() != null && root.getRoot().equals(file.getRoot()))
        .map(file -> slashed(root.relativize(file)))
        .filter(relative -> relative.length() < absolute.length())
        .map(relative -> relative.isEmpty() ? "." : relative)
        .orElse(absolute);
  }

  /// Empty for a text that this system has no path for (a NUL in it, a `:` on Windows).
  private Optional<Path> resolve(String path) {
    try {
      return Optional.of(root.resolve(path).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /// Links are followed, since people link shared folders; a link back into its own parents is
  /// passed over.
  private static void walk(Path start, TreeSet<String> files) {
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isHidden =
                !folder.equals(start) && folder.getFileName().toString().startsWith(".");
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(slashed(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(
          start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
