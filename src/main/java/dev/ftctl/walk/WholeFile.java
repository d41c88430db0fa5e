package dev.ftctl.walk;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes files so that a reader sees all of the new text or none of it.
public final class WholeFile {

  private WholeFile() {}

  /// @throws RefusedException when it can't be written
  public static void write(Path file, String text) {
    Path absolute = file.toAbsolutePath();
    Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
    try {
      Files.createDirectories(fresh.getParent() == null ? absolute.getRoot() : fresh.getParent());
      Files.writeString(fresh, text);
      keepPermissions(absolute, fresh);
      Files.move(
          fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't write " + file + ": " + unwritable.getMessage(),
          "Give a file in a writable folder.");
    }
  }

  private static void keepPermissions(Path file, Path fresh) throws IOException {
    var old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (old != null && Files.exists(file)) {
      Files.setPosixFilePermissions(fresh, old.readAttributes().permissions());
    }
  }
}
