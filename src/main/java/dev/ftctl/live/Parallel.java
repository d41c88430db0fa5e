package dev.ftctl.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs independent readings side by side, a virtual thread each. How many requests are in flight
/// is the transport's business.
final class Parallel {

  private Parallel() {}

  /// The results in the order of the tasks. The first failure (in that order) ends all.
  static <T> List<T> all(List<Callable<T>> tasks) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = tasks.stream().map(executor::submit).toList();
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
}
