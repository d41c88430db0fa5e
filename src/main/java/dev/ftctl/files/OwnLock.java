package dev.ftctl.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/// A lock in ftctl's own folder, which keeps other runs in this folder away for as long as it is
/// open; a process that is killed lets go as well.
public final class OwnLock {

  private OwnLock() {}

  /// Empty when another run holds it.
  ///
  /// @param own ftctl's own folder; it need not exist
  /// @param file below it
  /// @throws IOException when it can't be made, or a link leads out of the folder
  public static Optional<Closeable> of(Path own, Path file) throws IOException {
    Folders.requireNoLinks(own.resolveSibling(""), file);
    FileChannel channel = OwnFile.channel(file);
    if (isOurs(channel)) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }
}
