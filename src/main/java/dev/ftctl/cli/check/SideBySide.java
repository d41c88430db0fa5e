package dev.ftctl.cli.check;

import dev.ftctl.check.ManifestTest;
import dev.ftctl.check.TestOutcome;
import dev.ftctl.cli.process.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs tests side by side, each on a simulator of its own while it runs.
///
/// @param config `--config`, empty for none
record SideBySide(Run run, String config) {

  /// More simulators than that would wait for the same processors.
  private static final int MOST = 8;

  /// In the order of the tests, however they came to their ends.
  ///
  /// @throws dev.ftctl.model.problem.ManifestException when an account that is given can't be made
  List<TestOutcome> run(List<ManifestTest> tests) {
    Instant now = run.console().clock().instant();
    var requests = new TestRequests(run, config);
    var manifests = new WantedManifests(run, requests);
    var givens = new GivenAccounts(run, requests, now);
    Queue<ManifestTest> waiting = new ConcurrentLinkedQueue<>(tests);
    Map<ManifestTest, TestOutcome> outcomes = new ConcurrentHashMap<>();
    int stages =
        Math.max(
            1, Math.min(tests.size(), Math.min(MOST, Runtime.getRuntime().availableProcessors())));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < stages; i++) {
        running.add(
            threads.submit(() -> {
              try (var stage = new Stage(run.redaction())) {
                var one = new TestRun(run, manifests, givens, stage, now);
                for (var test = waiting.poll(); test != null; test = waiting.poll()) {
                  outcomes.put(test, one.outcome(test));
                }
              } finally {
                // Where one test can't be run, no other is begun.
                waiting.clear();
              }
            }));
      }
      running.forEach(SideBySide::await);
    }
    return tests.stream().map(outcomes::get).toList();
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
