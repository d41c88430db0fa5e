package dev.ftctl.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Runs independent readings side by side, a virtual thread each, before an observer's eyes. How
/// many requests are in flight is the transport's business.
public record Parallel(ReadingObserver observer) {

  /// How many readings are begun and not done: twice what may be in flight. Begun all at once, the
  /// first answers of a large account would wait for a thousand others to get as far as the queue.
  private static final int BEGUN = 64;

  /// One reading.
  ///
  /// @param what is told to the observer when it is done
  public record Task<T>(String what, Supplier<T> reading) {}

  /// The results in the order of the tasks. The first failure (in that order) ends all.
  public <T> List<T> all(List<Task<T>> tasks) {
    observer.expected(tasks.size());
    var room = new Semaphore(BEGUN);
    var hasFailed = new AtomicBoolean();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<T>>();
      try {
        for (Task<T> task : tasks) {
          room.acquire();
          if (hasFailed.get()) {
            break;
          }
          futures.add(executor.submit(() -> watched(task, room, hasFailed)));
        }
        var results = new ArrayList<T>();
        for (Future<T> future : futures) {
          results.add(future.get());
        }
        return results;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while reading the account");
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed.getCause());
      } finally {
        futures.forEach(future -> future.cancel(true));
      }
    }
  }

  private <T> T watched(Task<T> task, Semaphore room, AtomicBoolean hasFailed) {
    boolean isRead = false;
    try {
      T answer = task.reading().get();
      observer.read(task.what());
      isRead = true;
      return answer;
    } finally {
      if (!isRead) {
        hasFailed.set(true);
      }
      room.release();
    }
  }
}
