package dev.ftctl.model.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The bytes of an answer, in a file of its own that nobody else can read, until this is closed.
///
/// @param isLent whether another closes it
public record SpooledFile(Path path, boolean isLent) implements AutoCloseable {

  /// Reads a stream to its end.
  ///
  /// @throws IOException when it broke off; then no file is left
  public static SpooledFile of(InputStream in) throws IOException {
    Path path = Files.createTempFile("ftctl-", ".download");
    try {
      Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
      return new SpooledFile(path, false);
    } catch (IOException | RuntimeException | Error broken) {
      Files.deleteIfExists(path);
      throw broken;
    }
  }

  /// The same for one who reads it while this is open.
  public SpooledFile lent() {
    return new SpooledFile(path, true);
  }

  /// A file that can't be deleted is left to the system, which empties such folders.
  @Override
  public void close() {
    if (isLent) {
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException stuck) {
      path.toFile().deleteOnExit();
    }
  }
}
