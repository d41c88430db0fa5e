package dev.ftctl.operate.state;

import dev.ftctl.fivetran.api.ConnectionsApi;
import java.io.Closeable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Changes states: each step of all connections before the next step of any. One that fails ends it
/// for all; then what was sent is set back, and each is paused or not as it was.
///
/// @param observer called by many threads
public record StateWorkflow(
    ConnectionsApi api, Backups backups, StepObserver observer, Patience patience, Clock clock) {

  private record Stage(Step step, Consumer<StateChange> action) {}

  /// How it ended for each, in their order; never throws for a failure of one.
  public List<Ending> run(List<Wish> wishes) {
    List<StateChange> all =
        wishes.stream()
            .map(wish -> new StateChange(wish, api, backups, observer, patience))
            .toList();
    var locks = new ArrayList<Closeable>();
    try {
      if (areDone(new Stage(Step.CHECK, change -> take(change, locks)), all)) {
        change(all);
      }
      return all.stream().map(StateChange::ending).toList();
    } finally {
      locks.forEach(Backups::letGo);
    }
  }

  private void take(StateChange change, List<Closeable> locks) {
    Closeable lock = backups.lock(change.connection());
    synchronized (locks) {
      locks.add(lock);
    }
  }

  private void change(List<StateChange> all) {
    if (!areDone(new Stage(Step.CHECK, StateChange::check), all)) {
      return;
    }
    List<StateChange> needed = all.stream().filter(StateChange::isNeeded).toList();
    boolean isDone =
        List.of(
                new Stage(Step.PAUSE, change -> change.pause(clock.instant())),
                new Stage(Step.WAIT, StateChange::awaitIdle),
                new Stage(Step.BACK_UP, StateChange::backUp),
                new Stage(Step.UPDATE, StateChange::update),
                new Stage(Step.VERIFY, StateChange::verify))
            .stream()
            .allMatch(stage -> areDone(stage, needed));
    if (!isDone && isToSetBack(all)) {
      areDone(new Stage(Step.SET_BACK, StateChange::setBack), needed);
    }
    areDone(new Stage(Step.RESUME, StateChange::restorePaused), needed);
    if (isDone) {
      areDone(new Stage(Step.LOOK_AGAIN, StateChange::lookAgain), needed);
    }
  }

  /// One connection whose server says the state in another way is left with it: so it is shown, and
  /// its owner decides.
  private static boolean isToSetBack(List<StateChange> all) {
    return all.size() > 1
        || !(all.getFirst().ending().trouble().orElse(null) instanceof Trouble.Differs);
  }

  /// Side by side. Whoever fails keeps those from going on that only wait.
  private boolean areDone(Stage stage, List<StateChange> changes) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> futures = new ArrayList<>();
      changes.forEach(change -> futures.add(threads.submit(() -> carryOut(stage, change))));
      futures.forEach(StateWorkflow::await);
    }
    boolean isTroubled = changes.stream().anyMatch(StateChange::isTroubled);
    if (isTroubled) {
      changes.forEach(change -> change.troubled(new Trouble.WithAnother()));
    }
    return !isTroubled;
  }

  private void carryOut(Stage stage, StateChange change) {
    try {
      stage.action().accept(change);
    } catch (Halt halted) {
      change.troubled(halted.trouble());
      patience.giveUp();
    } catch (RuntimeException failed) {
      change.troubled(new Trouble.Failed(stage.step(), failed));
      patience.giveUp();
    }
  }

  private static void await(Future<?> future) {
    boolean isInterrupted = false;
    while (true) {
      try {
        future.get();
        break;
      } catch (InterruptedException interrupted) {
        isInterrupted = true;
      } catch (ExecutionException defect) {
        throw new IllegalStateException(defect.getCause());
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
