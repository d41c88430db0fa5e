package dev.ftctl.files;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes files so that a reader sees all of the new text or none of it: under a random name in the
/// same folder first, then moved to its place. What is no regular file is written to instead.
public final class WholeFile {

  private static final String OWNER_ONLY = "rw-------";

  private WholeFile() {}

  /// Keeps the permissions of what stood there.
  ///
  /// @throws RefusedException when it can't be written, or is a link to a file
  public static void write(Disk disk, Path file, String text) {
    try {
      Folders.ready(file);
      switch (Standing.at(file)) {
        case NOTHING, FILE -> replace(disk, file, text.getBytes(StandardCharsets.UTF_8), false, "");
        case DEVICE -> Device.write(disk, file, text);
      }
    } catch (IOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  /// A copy of a file that may be large.
  ///
  /// @throws RefusedException when it can't be written, or is a link to a file
  public static void copy(Disk disk, Path file, Path source) {
    try {
      Folders.ready(file);
      Standing.ofOwn(file);
      Path fresh = FreshFile.beside(file.toAbsolutePath());
      try (InputStream in = Files.newInputStream(source);
          OutputStream out =
              disk.through(file, Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW))) {
        in.transferTo(out);
        out.flush();
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  /// A file of ftctl's own, readable by nobody but its owner, and on disk when this returns.
  ///
  /// @throws IOException when it can't be written, or no regular file stands there
  public static void writeOwn(Path file, byte[] bytes) throws IOException {
    Standing.ofOwn(file);
    replace(Disk.REAL, file, bytes, true, OWNER_ONLY);
  }

  static void replace(Disk disk, Path file, byte[] bytes, boolean isForced, String permissions)
      throws IOException {
    Path fresh = FreshFile.beside(file.toAbsolutePath());
    try {
      Set<PosixFilePermission> kept = permissionsOf(file);
      FreshFile.write(
          disk,
          file,
          fresh,
          bytes,
          isForced,
          permissions.isEmpty() && !kept.isEmpty()
              ? PosixFilePermissions.toString(kept)
              : permissions);
      if (permissions.isEmpty() && !kept.isEmpty()) {
        // The process's mask may have taken some away.
        Files.setPosixFilePermissions(fresh, kept);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException unwritable) {
      Files.deleteIfExists(fresh);
      throw unwritable;
    }
  }

  static RefusedException unwritable(Path file, IOException why) {
    return new RefusedException(
        Refusal.FAILED,
        "can't write " + file + ": " + Reasons.of(why),
        "Give a file in a writable folder.");
  }

  /// Empty where nothing stands, or the file system knows none.
  private static Set<PosixFilePermission> permissionsOf(Path file) throws IOException {
    var view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    PosixFileAttributes attributes = view.readAttributes();
    return attributes.permissions();
  }
}
