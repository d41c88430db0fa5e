package dev.ftctl.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// What stands at a path that is to be written.
enum Standing {
  NOTHING,
  FILE,
  /// A device or a pipe, maybe behind links: written to, never replaced.
  DEVICE;

  /// @throws FileSystemException for a folder, and for a link that leads to a file or to nothing:
  ///   whoever committed it chose where it leads, not who named the path
  static Standing at(Path path) throws IOException {
    BasicFileAttributes own = attributes(path, LinkOption.NOFOLLOW_LINKS);
    if (own == null) {
      return NOTHING;
    }
    if (own.isDirectory()) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    if (own.isRegularFile()) {
      return FILE;
    }
    if (Device.ofProcess(path) != 0) {
      return DEVICE;
    }
    BasicFileAttributes end = own.isSymbolicLink() ? attributes(path) : own;
    if (end == null || !end.isOther()) {
      throw refused(path);
    }
    return DEVICE;
  }

  /// At the path of a file that is ftctl's own, where nothing but a file may stand.
  ///
  /// @throws FileSystemException for whatever else stands there
  static Standing ofOwn(Path path) throws IOException {
    BasicFileAttributes own = attributes(path, LinkOption.NOFOLLOW_LINKS);
    if (own == null) {
      return NOTHING;
    }
    if (own.isSymbolicLink()) {
      throw refused(path);
    }
    if (!own.isRegularFile()) {
      throw new FileSystemException(path.toString(), null, "it is no file");
    }
    return FILE;
  }

  /// A link where none may stand.
  static FileSystemException refused(Path link) throws IOException {
    return new FileSystemException(
        link.toString(),
        null,
        link
            + " is a link to "
            + Files.readSymbolicLink(link)
            + ", and ftctl does not write through links");
  }

  private static @Nullable BasicFileAttributes attributes(Path path, LinkOption... options)
      throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, options);
    } catch (NoSuchFileException nothing) {
      return null;
    }
  }
}
