package dev.ftctl.sandbox.store;

import dev.ftctl.files.OwnFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The right to use a data file, held by one open simulator at a time, in this process or another
/// one. The system takes it back when the process dies.
final class FileLease implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  private final FileChannel channel;
  private final FileLock lock;

  private FileLease(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static FileLease take(Path path, Consumer<String> notice) throws IOException {
    var channel = OwnFile.channel(path);
    var lock = tried(channel);
    if (lock.isEmpty()) {
      notice.accept("waiting: another ftctl uses " + path.toString().replaceAll("\\.lock$", ""));
    }
    while (lock.isEmpty()) {
      pause(channel);
      lock = tried(channel);
    }
    return new FileLease(channel, lock.get());
  }

  private static Optional<FileLock> tried(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldInThisProcess) {
      return Optional.empty();
    }
  }

  private static void pause(FileChannel channel) throws IOException {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      channel.close();
      throw new InterruptedIOException("stopped while waiting for the data file");
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
