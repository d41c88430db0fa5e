package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files on disk, seen from the folder that the user stands in.
public final class WorkingTree implements FileTree {

  private final Path root;

  /// @param root the working folder; relative paths start there
  public WorkingTree(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Found at(String path) {
    return resolve(path).map(WorkingTree::found).orElse(Found.NOTHING);
  }

  private static Found found(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Found.FILE
          : attributes.isDirectory() ? Found.FOLDER : Found.UNREADABLE;
    } catch (NoSuchFileException missing) {
      return Files.isSymbolicLink(path) ? Found.UNREADABLE : Found.NOTHING;
    } catch (IOException closed) {
      return Found.UNREADABLE;
    }
  }

  @Override
  public Listing below(String folder) {
    Optional<Path> start = resolve(folder).filter(Files::isDirectory);
    if (start.isPresent()) {
      return new FolderWalk(start.get()).listing();
    }
    return at(folder) == Found.UNREADABLE
        ? new Listing(List.of(), List.of(canonical(folder)))
        : Listing.NOTHING;
  }

  @Override
  public List<String> names(String folder) {
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException | InvalidPathException closed) {
      return List.of();
    }
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

  static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
