package dev.ftctl.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Runs independent readings side by side, a virtual thread each, before an observer's eyes. How
/// many requests are in flight is the transport's business.
public record Parallel(ReadingObserver observer) {

  /// One reading.
  ///
  /// @param what is told to the observer when it is done
  public record Task<T>(String what, Supplier<T> reading) {}

  /// The results in the order of the tasks. The first failure (in that order) ends all.
  public <T> List<T> all(List<Task<T>> tasks) {
    observer.expected(tasks.size());
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          tasks.stream().map(task -> executor.submit(() -> watched(task))).toList();
      try {
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

  private <T> T watched(Task<T> task) {
    T answer = task.reading().get();
    observer.read(task.what());
    return answer;
  }
}
