package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Stop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Runs for many accounts, a few at a time. Nothing of an account is kept once it was told.
///
/// @param jobs how many at a time
/// @param stop of all of them
record Pool(int jobs, Stop stop) {

  /// Runs each to its end.
  ///
  /// @param work of an environment, told by its own way of stopping
  /// @param told gets the ends in the order of the names, each as soon as those before it are there
  void run(
      Iterable<String> names, BiFunction<String, Stop, Finished> work, Consumer<Finished> told) {
    Queue<Underway> waiting = new ConcurrentLinkedQueue<>();
    names.forEach(name -> waiting.add(new Underway(name)));
    // What is left to itself by a signal must not keep the process.
    ExecutorService pool =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("account-", 0).factory());
    boolean mayHaveWritten = stop.mayHaveWritten();
    stop.guard(() -> waiting.forEach(one -> one.stop(stop.signal())));
    stop.writing(mayHaveWritten);
    try {
      for (Underway one : waiting) {
        pool.execute(() -> one.run(work));
      }
      for (Underway one = waiting.peek(); one != null; one = waiting.peek()) {
        told.accept(one.await());
        waiting.remove();
      }
    } finally {
      pool.shutdown();
    }
  }
}
