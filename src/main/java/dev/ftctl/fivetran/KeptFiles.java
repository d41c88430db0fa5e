package dev.ftctl.fivetran;

import dev.ftctl.model.file.SpooledFile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Downloads that one run uses more than once. Nothing is kept before somebody asks for that: a
/// package may be large. Safe for use by many threads.
final class KeptFiles {

  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private volatile boolean isKeeping;

  void keep(boolean isKept) {
    isKeeping = isKept;
  }

  SpooledFile of(String what, Supplier<SpooledFile> download) {
    return isKeeping
        ? slots.computeIfAbsent(what, key -> new Slot()).lent(download)
        : download.get();
  }

  void close() {
    slots.values().forEach(Slot::close);
  }

  /// One file. A failure is not kept.
  private static final class Slot {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SpooledFile file;

    SpooledFile lent(Supplier<SpooledFile> download) {
      lock.lock();
      try {
        SpooledFile known = file == null ? download.get() : file;
        file = known;
        return known.lent();
      } finally {
        lock.unlock();
      }
    }

    void close() {
      lock.lock();
      try {
        if (file != null) {
          file.close();
          file = null;
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
