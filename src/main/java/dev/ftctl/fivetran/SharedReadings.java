package dev.ftctl.fivetran;

import dev.ftctl.model.Live;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Readings that steps of one run share, so that many which ask at once cost one call. Safe for use
/// by many threads.
final class SharedReadings {

  private final LongSupplier nanos;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  /// @param nanos the time, as [System#nanoTime] tells it
  SharedReadings(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// @param age how long before this call a reading may have begun at most; zero for one that
  ///   begins after it
  List<Live> reading(String what, Duration age, Supplier<List<Live>> read) {
    return since(what, nanos.getAsLong() - age.toNanos(), read);
  }

  /// @param notBefore when a reading may have begun at the earliest
  List<Live> since(String what, long notBefore, Supplier<List<Live>> read) {
    return slots.computeIfAbsent(what, key -> new Slot()).since(notBefore, nanos, read);
  }

  /// The last reading of one thing. Who waits for the lock mostly finds that somebody else has read
  /// meanwhile.
  private static final class Slot {

    private final ReentrantLock lock = new ReentrantLock();
    private boolean isRead;
    private long began;
    private List<Live> last = List.of();

    List<Live> since(long notBefore, LongSupplier nanos, Supplier<List<Live>> read) {
      lock.lock();
      try {
        if (!isRead || began - notBefore < 0) {
          long now = nanos.getAsLong();
          last = read.get();
          began = now;
          isRead = true;
        }
        return last;
      } finally {
        lock.unlock();
      }
    }
  }
}
