package dev.ftctl.apply;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.pacing.Turn;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.model.Quota;
import dev.ftctl.plan.Plan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs the graph of a plan: every step as soon as what it waits for ended well, a virtual thread
/// each, so many at once as its pace says. A step for whose calls the account has no quota left
/// waits before it begins, and one whose object takes its time looks again and again, so that
/// others can go on meanwhile. A failure is contained: what depends on it is skipped, the rest goes
/// on.
public final class Executor {

  private final Plan plan;
  private final Account account;
  private final ApplyObserver observer;
  private final StepRun stepRun;
  private final Semaphore slots;
  private final Patience patience;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Map<Step, Outcome> outcomes = new LinkedHashMap<>();
  private final BlockingQueue<Outcome> ended = new LinkedBlockingQueue<>();

  private Executor(
      Plan plan,
      KindList kinds,
      Account account,
      Pace pace,
      ApplyObserver observer,
      Freshness freshness) {
    this.plan = plan;
    this.account = account;
    this.observer = observer;
    this.stepRun = new StepRun(plan, kinds, account, observer, freshness);
    this.slots = new Semaphore(pace.parallelism());
    this.patience = new Patience(account, pace.settle());
  }

  /// An execution that can be stopped from another thread.
  ///
  /// @param freshness asked before each step
  public static Executor of(
      Plan plan,
      KindList kinds,
      Account account,
      Pace pace,
      ApplyObserver observer,
      Freshness freshness) {
    return new Executor(plan, kinds, account, pace, observer, freshness);
  }

  /// Begins no further step; those that run go on to their end.
  public void stop() {
    stopped.set(true);
    account.stopWaiting();
  }

  /// Blocks until every step has ended or was skipped.
  ///
  /// @throws IllegalStateException when steps of the plan wait for one another; nothing has begun
  public Outcomes run() {
    List<Step> order =
        plan.changes().stream().flatMap(planned -> planned.steps().stream()).toList();
    var schedule = new Schedule(order, plan.waits());
    int running = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (schedule.hasReady() && !stopped.get() || running > 0) {
        while (schedule.hasReady() && !stopped.get()) {
          Step step = schedule.next();
          Optional<Outcome> skipped = skipped(step, schedule);
          if (skipped.isPresent()) {
            record(skipped.get(), schedule);
          } else {
            running++;
            threads.execute(() -> ended.add(runBounded(step)));
          }
        }
        if (running > 0) {
          record(ended.take(), schedule);
          running--;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop();
    }
    schedule.rest().forEach(step -> record(interrupted(step), schedule));
    return new Outcomes(order.stream().map(outcomes::get).toList(), stopped.get());
  }

  private static Outcome interrupted(Step step) {
    return new Outcome.Skipped(step, "the run was interrupted");
  }

  private Outcome runBounded(Step step) {
    try {
      return lastOf(step).outcome();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return interrupted(step);
    } catch (RuntimeException | Error defect) {
      return new Outcome.Broken(step, defect, List.of());
    }
  }

  /// Runs a step until it is over or nobody waits any longer. While it waits others have its slot.
  private Attempt lastOf(Step step) throws InterruptedException {
    var writes = new CopyOnWriteArrayList<String>();
    Attempt last = attempt(step, writes);
    for (int looks = 0; !last.isOver(); looks++) {
      String awaited = last.awaited();
      if (!patience.await(looks, most -> observer.awaiting(step, awaited, most))) {
        return last;
      }
      Attempt next = attempt(step, writes);
      // What was begun is not told as if it had never been.
      last = next.outcome() instanceof Outcome.Skipped ? Attempt.over(last.outcome()) : next;
    }
    return last;
  }

  /// As soon as there are a slot and quota; where nobody waits for that quota, not at all.
  private Attempt attempt(Step step, List<String> writes) throws InterruptedException {
    while (true) {
      Optional<Quota> usedUp = account.usedUp(step.calls());
      if (usedUp.isPresent()) {
        String why = "no more than " + usedUp.get() + ": the next apply goes on";
        return Attempt.over(new Outcome.Waiting(step, why, true, writes));
      }
      if (!account.awaitTurn(step.calls())) {
        return Attempt.over(interrupted(step));
      }
      Optional<Attempt> attempt = runInSlot(step, writes);
      if (attempt.isPresent()) {
        return attempt.get();
      }
    }
  }

  /// Empty when others took the quota first. Whoever holds places in a quota has a slot already, so
  /// that no two steps wait for one another.
  private Optional<Attempt> runInSlot(Step step, List<String> writes) throws InterruptedException {
    slots.acquire();
    try {
      if (stopped.get()) {
        return Optional.of(Attempt.over(interrupted(step)));
      }
      Optional<Turn> turn = account.tryTurn(step.calls());
      if (turn.isEmpty()) {
        return Optional.empty();
      }
      try (Turn taken = turn.get()) {
        return Optional.of(stepRun.run(step, taken, writes));
      }
    } finally {
      slots.release();
    }
  }

  private void record(Outcome outcome, Schedule schedule) {
    outcomes.put(outcome.step(), outcome);
    try {
      observer.ended(outcome);
    } catch (RuntimeException | Error defect) {
      // What was done is known, and is not to be lost with who looks on.
      outcomes.put(outcome.step(), new Outcome.Broken(outcome.step(), defect, outcome.writes()));
    }
    schedule.ended(outcome.step());
  }

  /// A step is skipped when one that it waited for ended badly. An owner's finish also needs all
  /// parts to be as asked; for everything else it is enough that the object is there.
  private Optional<Outcome> skipped(Step step, Schedule schedule) {
    return schedule.before(step).stream()
        .filter(before -> {
          Outcome outcome = outcomes.get(before);
          return outcome != null && !isGoodEnough(outcome, step);
        })
        .min(Comparator.comparing(Step::toString))
        .map(first -> new Outcome.Skipped(step, because(first)));
  }

  private String because(Step before) {
    Outcome outcome = outcomes.get(before);
    if (outcome instanceof Outcome.Held) {
      return "held by " + before.address();
    }
    return "waits for " + (outcome instanceof Outcome.Waiting ? before.address() : before);
  }

  private static boolean isGoodEnough(Outcome outcome, Step forStep) {
    return switch (outcome) {
      case Outcome.Done done -> true;
      case Outcome.Held held -> !forStep.isFinish();
      case Outcome.Waiting waiting ->
          !waiting.holdsBack()
              || waiting.step().address().equals(forStep.address()) && !forStep.isSettling();
      case Outcome.Unfinished unfinished -> !forStep.isFinish();
      case Outcome.Overtaken overtaken -> false;
      case Outcome.Failed failed -> false;
      case Outcome.Broken broken -> false;
      case Outcome.Skipped skipped -> false;
    };
  }
}
