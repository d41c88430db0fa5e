package dev.ftctl.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of files that can be made anew at any time, which nobody but its owner can look into or
/// write to. Where that is not so, or can't be told, it is as if it were not there.
public final class PrivateFolder {

  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path folder;

  public PrivateFolder(Path folder) {
    this.folder = folder;
  }

  /// The bytes of a file in it; empty when there is none that can be trusted.
  ///
  /// @param most bytes
  public Optional<byte[]> read(String name, int most) {
    Path file = folder.resolve(name);
    try {
      return isOurs(folder, true) && isOurs(file, false)
          ? BoundedFile.regular(file, most)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /// Whether there is a file of that name, trusted or not.
  public boolean has(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /// Puts a file in its place, and drops the oldest where there are too many. A file that can't be
  /// written is none.
  ///
  /// @param files that are kept at most
  public void write(String name, byte[] bytes, int files) {
    try {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(folder, Folders.forOwner(folder, "rwx------"));
      }
      if (isOurs(folder, true)) {
        WholeFile.writeOwn(folder.resolve(name), bytes);
        dropOldest(files);
      }
    } catch (IOException | UnsupportedOperationException unwritable) {
      // Next time it is made anew.
    }
  }

  private void dropOldest(int most) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> oldest =
          all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted(Comparator.comparingLong(PrivateFolder::changed).reversed())
              .skip(most)
              .toList();
      for (Path file : oldest) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }

  /// Whether it is this user's, no link, and nobody else's to write to; of a folder, to look into.
  private static boolean isOurs(Path path, boolean isFolder) throws IOException {
    if (!Folders.hasPermissions(path) || !Owners.of(path).equals(Set.of(Owners.me()))) {
      return false;
    }
    var attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean isPrivate = OWNER.containsAll(attributes.permissions());
    return isPrivate && (isFolder ? attributes.isDirectory() : attributes.isRegularFile());
  }
}
