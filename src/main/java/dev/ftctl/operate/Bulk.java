package dev.ftctl.operate;

import dev.ftctl.address.Named;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One deed for many objects, a virtual thread each, so many at once as are allowed. A failure
/// stops no other object.
public final class Bulk {

  private final Semaphore slots;
  private final AtomicBoolean isStopped = new AtomicBoolean();
  private final Consumer<Result> observer;

  /// @param parallelism at least 1
  /// @param observer sees each result as it comes; called by many threads
  public Bulk(int parallelism, Consumer<Result> observer) {
    this.slots = new Semaphore(parallelism);
    this.observer = observer;
  }

  /// Begins with no further object; what has begun goes on to its end. Callable by another thread.
  public void stop() {
    isStopped.set(true);
  }

  /// What is done to an object, where it is another deed for each.
  public record Task(Named object, Deed deed) {}

  /// The results in the order of the objects.
  public List<Result> run(List<Named> objects, Deed deed) {
    return run(objects.stream().map(object -> new Task(object, deed)).toList());
  }

  /// The results in the order of the tasks; an object may have several.
  public List<Result> run(List<Task> tasks) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Result>> futures =
          tasks.stream()
              .map(task -> threads.submit(() -> inTurn(task.object(), task.deed())))
              .toList();
      var results = new ArrayList<Result>();
      for (Future<Result> future : futures) {
        results.add(awaited(future));
      }
      return results;
    }
  }

  /// What has begun must be told of, so an interruption ends no waiting.
  private static Result awaited(Future<Result> future) {
    boolean isInterrupted = false;
    while (true) {
      try {
        Result result = future.get();
        if (isInterrupted) {
          Thread.currentThread().interrupt();
        }
        return result;
      } catch (InterruptedException interrupted) {
        isInterrupted = true;
      } catch (ExecutionException defect) {
        throw defect.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(defect.getCause());
      }
    }
  }

  private Result inTurn(Named object, Deed deed) {
    slots.acquireUninterruptibly();
    try {
      Result result = isStopped.get() ? new Result.NotBegun(object) : of(object, deed);
      observer.accept(result);
      return result;
    } finally {
      slots.release();
    }
  }

  private static Result of(Named object, Deed deed) {
    try {
      return deed.of(object);
    } catch (ApiException | RefusedException failed) {
      return new Result.Failed(object, failed);
    }
  }
}
