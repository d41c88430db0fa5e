package dev.ftctl.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folders that files are written into, made where they are missing. Links among them are
/// followed, since whoever named the path knows them; but not from ftctl's own folder on, whose
/// name anybody can guess.
public final class Folders {

  /// ftctl's own folder.
  public static final String OWN = ".ftctl";

  private Folders() {}

  /// Below a folder that somebody named, nothing may lead out of it again.
  ///
  /// @throws FileSystemException for a link on the way from that folder to the file, itself
  ///   included
  public static void requireNoLinks(Path folder, Path file) throws IOException {
    Path way = folder;
    for (Path name : folder.relativize(file)) {
      way = way.resolve(name);
      if (Files.isSymbolicLink(way)) {
        throw Standing.refused(way);
      }
    }
  }

  /// Makes the folder that a file is to stand in.
  ///
  /// @throws FileSystemException when ftctl's own folder, or what lies in it, is a link
  static void ready(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      make(folder);
    }
  }

  private static void make(Path folder) throws IOException {
    Path way = folder.getRoot();
    boolean isOwn = false;
    for (Path name : folder) {
      way = way == null ? name : way.resolve(name);
      isOwn |= name.toString().equals(OWN);
      if (isOwn) {
        makeOwn(way);
      } else if (!Files.isDirectory(way)) {
        Files.createDirectories(way);
      }
    }
  }

  private static void makeOwn(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw Standing.refused(folder);
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(folder, forOwner(folder, "rwx------"));
    }
  }

  /// None where the file system knows no permissions.
  static FileAttribute<?>[] forOwner(Path path, String permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
