package dev.ftctl.operate.state;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection whose state is changed, step by step, and what is known of it by now. Each step
/// throws when it could not be done.
final class StateChange {

  private final Wish wish;
  private final ConnectionsApi api;
  private final StateReading states;
  private final Backups backups;
  private final StepObserver observer;
  private final Patience patience;
  private final Pausing pausing;

  private Optional<Value.Mapping> before = Optional.empty();
  private Optional<Value.Mapping> after = Optional.empty();
  private Ending.How how = Ending.How.NOT_CHANGED;
  private @Nullable Trouble trouble;
  private @Nullable Kept kept;

  StateChange(
      Wish wish, ConnectionsApi api, Backups backups, StepObserver observer, Patience patience) {
    this.wish = wish;
    this.api = api;
    this.states = new StateReading(api);
    this.backups = backups;
    this.observer = observer;
    this.patience = patience;
    this.pausing = new Pausing(api, wish.connection().id());
  }

  Named connection() {
    return wish.connection();
  }

  /// Looks, and changes nothing.
  void check() {
    Optional<Kept> unfinished = backups.unfinished(connection());
    pausing.look(unfinished.map(left -> left.backup().wasPaused()));
    before = states.of(connection());
    if (pausing.isLeftByAnother()) {
      unfinished.ifPresent(left -> observer.takesUp(connection(), left.backup()));
    }
    if (isAsWished()) {
      how = Ending.How.UNNEEDED;
    }
  }

  /// Whether anything is to be done.
  boolean isNeeded() {
    return !isAsWished() || pausing.isLeftByAnother();
  }

  private boolean isAsWished() {
    return wish.state().isEmpty() || wish.state().equals(before);
  }

  /// What `paused` was is on disk before it changes.
  void pause(Instant now) {
    patience.requireGoingOn();
    kept = backups.put(connection(), Backup.begun(connection(), now, pausing.wasPaused()));
    if (!pausing.isPausedBefore()) {
      observer.begins(connection(), Step.PAUSE);
      pausing.pause();
    }
  }

  void awaitIdle() {
    patience.requireGoingOn();
    Patience.Waiting waiting = patience.begin();
    boolean isTold = false;
    while (isSyncing(api.details(connection().id()))) {
      if (!isTold) {
        observer.begins(connection(), Step.WAIT);
        isTold = true;
      }
      waiting.again();
    }
  }

  private static boolean isSyncing(Value.Mapping details) {
    return details.mapping("status").text("sync_state").equals("syncing");
  }

  /// The sync that ended may have moved the state on.
  void backUp() {
    patience.requireGoingOn();
    observer.begins(connection(), Step.BACK_UP);
    before = states.of(connection());
    Kept begun = Objects.requireNonNull(kept);
    kept = backups.write(new Kept(begun.file(), begun.backup().with(before)));
    observer.backedUp(connection(), kept);
  }

  void update() {
    patience.requireGoingOn();
    if (isAsWished()) {
      how = Ending.How.UNNEEDED;
      return;
    }
    observer.begins(connection(), Step.UPDATE);
    Value.Mapping wanted = wish.state().orElseThrow();
    Patience.Waiting waiting = patience.begin();
    while (!isTaken(wanted)) {
      waiting.again();
    }
    how = Ending.How.ASTRAY;
  }

  /// False while a sync still runs, which `sync_state` of a paused connection need not tell.
  private boolean isTaken(Value.Mapping wanted) {
    try {
      api.updateState(connection().id(), StateReading.body(wanted));
      return true;
    } catch (ApiException failed) {
      if (failed.failure().status() == 409 && pausing.isPausedNow()) {
        return false;
      }
      if (failed.failure().isAmbiguous()) {
        how = Ending.How.ASTRAY;
        Optional<Value.Mapping> found = states.of(connection());
        if (found.equals(wish.state())) {
          return true;
        }
        how = found.equals(before) ? Ending.How.NOT_CHANGED : Ending.How.ASTRAY;
      }
      throw failed;
    }
  }

  void verify() {
    if (how == Ending.How.UNNEEDED) {
      return;
    }
    observer.begins(connection(), Step.VERIFY);
    after = states.of(connection());
    if (!after.equals(wish.state())) {
      throw new Halt(new Trouble.Differs(wish.state().orElseThrow(), after));
    }
    how = Ending.How.CHANGED;
  }

  /// After a failure, of this one or of another; never throws for a failed call.
  void setBack() {
    if (how != Ending.How.ASTRAY && how != Ending.How.CHANGED || before.isEmpty()) {
      return;
    }
    how = Ending.How.ASTRAY;
    observer.begins(connection(), Step.SET_BACK);
    try {
      api.updateState(connection().id(), StateReading.body(before.get()));
    } catch (ApiException failed) {
      // What counts is how it is now.
    }
    try {
      after = states.of(connection());
      how = after.equals(before) ? Ending.How.SET_BACK : Ending.How.ASTRAY;
    } catch (ApiException unknown) {
      after = Optional.empty();
    }
  }

  /// Paused as before; never throws for a failed call.
  void restorePaused() {
    if (pausing.isToResume()) {
      observer.begins(connection(), Step.RESUME);
      pausing.resume();
    }
    if (!pausing.isLeftPaused() && kept != null) {
      backups.end(connection());
    }
  }

  /// Says nothing of how it ended.
  void lookAgain() {
    if (how != Ending.How.CHANGED) {
      return;
    }
    observer.begins(connection(), Step.LOOK_AGAIN);
    try {
      states.of(connection()).ifPresent(state -> observer.sees(connection(), state));
    } catch (ApiException unknown) {
      // It was verified before.
    }
  }

  /// The first one counts.
  void troubled(Trouble by) {
    if (trouble == null) {
      trouble = by;
    }
  }

  boolean isTroubled() {
    return trouble != null;
  }

  Ending ending() {
    return new Ending(
        connection(),
        how,
        Optional.ofNullable(trouble),
        before,
        after,
        pausing.isLeftPaused(),
        Optional.ofNullable(kept));
  }
}
