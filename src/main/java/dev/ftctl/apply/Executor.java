package dev.ftctl.apply;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.plan.Plan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs the graph of a plan: every step as soon as what it waits for ended well, a virtual thread
/// each, at most `parallelism` at once. A failure is contained: what depends on it is skipped, the
/// rest goes on.
public final class Executor {

  private final Plan plan;
  private final ApplyObserver observer;
  private final StepRun stepRun;
  private final Semaphore slots;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Map<Step, Outcome> outcomes = new LinkedHashMap<>();
  private final BlockingQueue<Outcome> ended = new LinkedBlockingQueue<>();

  private Executor(
      Plan plan, KindList kinds, Account account, int parallelism, ApplyObserver observer) {
    this.plan = plan;
    this.observer = observer;
    this.stepRun = new StepRun(plan, kinds, account, observer);
    this.slots = new Semaphore(Math.max(1, parallelism));
  }

  /// An execution that can be stopped from another thread.
  public static Executor of(
      Plan plan, KindList kinds, Account account, int parallelism, ApplyObserver observer) {
    return new Executor(plan, kinds, account, parallelism, observer);
  }

  public static Outcomes run(
      Plan plan, KindList kinds, Account account, int parallelism, ApplyObserver observer) {
    return of(plan, kinds, account, parallelism, observer).run();
  }

  /// Begins no further step; those that run go on to their end.
  public void stop() {
    stopped.set(true);
  }

  /// Blocks until every step has ended or was skipped.
  public Outcomes run() {
    Set<Step> waiting = new LinkedHashSet<>();
    plan.changes().forEach(planned -> waiting.addAll(planned.steps()));
    List<Step> order = List.copyOf(waiting);
    int running = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (!waiting.isEmpty() || running > 0) {
        for (Step step : List.copyOf(waiting)) {
          Optional<Outcome> skipped = skipped(step);
          if (skipped.isPresent()) {
            waiting.remove(step);
            record(skipped.get());
          } else if (isReady(step)) {
            waiting.remove(step);
            running++;
            threads.execute(() -> ended.add(runBounded(step)));
          }
        }
        if (running > 0) {
          record(ended.take());
          running--;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop();
    }
    waiting.forEach(step -> record(new Outcome.Skipped(step, "the run was interrupted")));
    return new Outcomes(order.stream().map(outcomes::get).toList(), stopped.get());
  }

  private Outcome runBounded(Step step) {
    slots.acquireUninterruptibly();
    try {
      return stopped.get()
          ? new Outcome.Skipped(step, "the run was interrupted")
          : stepRun.run(step);
    } finally {
      slots.release();
    }
  }

  private void record(Outcome outcome) {
    outcomes.put(outcome.step(), outcome);
    observer.ended(outcome);
  }

  private boolean isReady(Step step) {
    return outcomes.keySet().containsAll(plan.waits().getOrDefault(step, Set.of()));
  }

  /// A step is skipped as soon as one that it waits for ended badly. An owner's finish also needs
  /// all parts to be as asked; for everything else it is enough that the object is there.
  private Optional<Outcome> skipped(Step step) {
    if (stopped.get()) {
      return Optional.of(new Outcome.Skipped(step, "the run was interrupted"));
    }
    var bad = new HashSet<Step>();
    for (Step before : plan.waits().getOrDefault(step, Set.of())) {
      Outcome outcome = outcomes.get(before);
      if (outcome != null && !isGoodEnough(outcome, step)) {
        bad.add(before);
      }
    }
    return bad.stream()
        .sorted(java.util.Comparator.comparing(Step::toString))
        .findFirst()
        .map(first -> new Outcome.Skipped(step, "waits for " + first));
  }

  private static boolean isGoodEnough(Outcome outcome, Step forStep) {
    return switch (outcome) {
      case Outcome.Done done -> true;
      case Outcome.Held held -> !forStep.isFinish();
      case Outcome.Waiting waiting -> true;
      case Outcome.Unfinished unfinished -> !forStep.isFinish();
      case Outcome.Failed failed -> false;
      case Outcome.Skipped skipped -> false;
    };
  }
}
