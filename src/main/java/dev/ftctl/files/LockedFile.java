package dev.ftctl.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A file that no other process of ours writes to meanwhile. Whoever waits for too long goes on
/// without the lock, as on file systems that have none: a stopped process holds nobody up.
final class LockedFile implements AutoCloseable {

  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(100);

  /// Within a process a lock is the process's, whoever took it.
  private static final ReentrantLock OWN = new ReentrantLock();

  private final FileChannel channel;
  private final boolean wasInterrupted;

  private LockedFile(FileChannel channel, boolean wasInterrupted) {
    this.channel = channel;
    this.wasInterrupted = wasInterrupted;
  }

  /// Makes the file where it is missing.
  static LockedFile of(Path file) throws IOException {
    OWN.lock();
    // An interrupted thread can't use a channel, and what it was to say is to be kept all the same.
    boolean wasInterrupted = Thread.interrupted();
    boolean isOpen = false;
    try {
      FileChannel channel = locked(file);
      isOpen = true;
      return new LockedFile(channel, wasInterrupted);
    } finally {
      if (!isOpen) {
        leave(wasInterrupted);
      }
    }
  }

  /// Another process may roll the file between its being opened and locked.
  private static FileChannel locked(Path file) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      Object before = key(file);
      FileChannel channel = FileChannel.open(file, OPTIONS);
      boolean isOurs = false;
      try {
        isOurs = take(channel, end) ? same(before, key(file)) : System.nanoTime() > end;
      } finally {
        if (!isOurs) {
          channel.close();
        }
      }
      if (isOurs) {
        return channel;
      }
    }
  }

  private static boolean take(FileChannel channel, long end) {
    while (System.nanoTime() < end) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return true;
        }
      } catch (IOException unknownToTheFileSystem) {
        return true;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return false;
  }

  private static @Nullable Object key(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (NoSuchFileException renamed) {
      return new Object();
    }
  }

  private static boolean same(@Nullable Object before, @Nullable Object after) {
    return before == null || before.equals(after);
  }

  long size() throws IOException {
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      leave(wasInterrupted);
    }
  }

  private static void leave(boolean wasInterrupted) {
    OWN.unlock();
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
