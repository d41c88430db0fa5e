package dev.ftctl.manifest.input;

import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Owners;
import dev.ftctl.model.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The files on disk, seen from the folder that the user stands in. What lies outside of the
/// repository may not be read, unless the command line opens it.
public final class WorkingTree implements FileTree {

  /// Of any file, in bytes; what is read of some is less.
  private static final int LARGEST = 10 * 1024 * 1024;

  private final Path root;
  private final Reach reach;

  /// Whose repository is that of the working folder.
  ///
  /// @param root the working folder; relative paths start there
  public WorkingTree(Path root) {
    this(root, "", List.of(), List.of());
  }

  /// @param config `--config`, empty for none
  /// @param paths that the command line names
  /// @param opened `--allow-path`
  /// @throws UnknownPathException when something is to be opened that isn't there
  public WorkingTree(Path root, String config, List<String> paths, List<String> opened) {
    this.root = root.toAbsolutePath().normalize();
    List<Path> named = paths.stream().flatMap(path -> resolve(path).stream()).toList();
    this.reach = Reach.of(this.root, config, named).with(opened.stream().map(this::there).toList());
  }

  private WorkingTree(Path root, Reach reach) {
    this.root = root;
    this.reach = reach;
  }

  @Override
  public FileTree everywhere() {
    return new WorkingTree(root, reach.unbounded());
  }

  private Path there(String path) {
    return resolve(path)
        .filter(Files::exists)
        .orElseThrow(
            () -> new UnknownPathException("--allow-path " + path + ": there is no such folder"));
  }

  @Override
  public Found at(String path) {
    return resolve(path)
        .map(file -> reach.bar(file).isPresent() ? Found.OUTSIDE : found(file))
        .orElse(Found.NOTHING);
  }

  @Override
  public Bar bar(String path) {
    return resolve(path).flatMap(reach::bar).orElseGet(() -> FileTree.super.bar(path));
  }

  @Override
  public Set<Long> owners(String path) {
    return resolve(path).map(Owners::of).orElse(Set.of());
  }

  @Override
  public String top() {
    return slashed(reach.top());
  }

  /// What there is to read, if anything is.
  private Optional<Path> open(String path) {
    return resolve(path).filter(file -> reach.bar(file).isEmpty());
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
    return switch (at(folder)) {
      case FOLDER -> new FolderWalk(root.resolve(folder).normalize(), reach).listing();
      case UNREADABLE -> new Listing(List.of(), List.of(canonical(folder)));
      case OUTSIDE -> new Listing(List.of(), List.of(), List.of(canonical(folder)), List.of());
      case NOTHING, FILE -> Listing.NOTHING;
    };
  }

  @Override
  public List<String> names(String folder) {
    if (at(folder) != Found.FOLDER) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException | InvalidPathException closed) {
      return List.of();
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    return open(path)
        .flatMap(file -> {
          try {
            return BoundedFile.regular(file, LARGEST);
          } catch (IOException unreadable) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Optional<Path> onDisk(String path) {
    return open(path).filter(Files::isRegularFile);
  }

  @Override
  public long size(String path) {
    return open(path)
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
