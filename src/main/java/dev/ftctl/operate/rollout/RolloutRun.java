package dev.ftctl.operate.rollout;

import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.rollout.RolloutEnd.How;
import dev.ftctl.operate.sync.SyncSight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Goes through a rollout, batch by batch. What it is about to do is on disk before it does it.
/// Used once, by one thread.
public final class RolloutRun {

  private final Rollout rollout;
  private final Switch pieces;
  private final ProgressFile file;
  private final RolloutSyncs syncs;
  private final RolloutObserver observer;
  private Progress progress;
  private boolean hasWritten;

  /// @param progress where the rollout stands
  public RolloutRun(
      Rollout rollout,
      Switch pieces,
      ProgressFile file,
      RolloutSyncs syncs,
      RolloutObserver observer,
      Progress progress) {
    this.rollout = rollout;
    this.pieces = pieces;
    this.file = file;
    this.syncs = syncs;
    this.observer = observer;
    this.progress = progress;
  }

  /// Ends one batch after the other, until none is left or something stops it. Never throws for a
  /// failed call.
  public RolloutEnd run() {
    try {
      while (isNextThere()) {
        Optional<RolloutEnd> end = batch();
        if (end.isPresent()) {
          return end.get();
        }
      }
      return end(How.DONE, Optional.empty(), "");
    } catch (Interruption ended) {
      return end(ended.how(), Optional.empty(), ended.words());
    } catch (ApiException | RefusedException failed) {
      // A call that was given up since a signal came is no failure of its own.
      How how = syncs.isStopped() ? How.STOPPED : How.REFUSED;
      return end(how, Optional.of(failed), String.valueOf(failed.getMessage()));
    }
  }

  /// Whether a batch is open, one that was left by another run included.
  private boolean isNextThere() {
    syncs.requireGoingOn();
    if (progress.open().filter(this::isKept).isPresent()) {
      return true;
    }
    List<String> left = progress.left(rollout);
    Set<String> on = left.isEmpty() ? Set.of() : pieces.on(left);
    List<String> already = left.stream().filter(on::contains).toList();
    List<String> next =
        left.stream().filter(piece -> !on.contains(piece)).limit(rollout.size()).toList();
    if (!already.isEmpty()) {
      keep(progress.found(already));
    }
    if (next.isEmpty()) {
      return false;
    }
    observer.begins(number() + 1, progress.total(rollout), next);
    syncs.requireReady();
    keep(progress.with(Batch.begun(next)));
    return true;
  }

  /// Whether something of a batch is left that was begun: what was taken out of the file and is off
  /// is not, and of what never came on the file decides anew.
  private boolean isKept(Batch batch) {
    if (batch.phase() == Batch.Phase.SYNCING) {
      observer.begins(number(), progress.total(rollout), batch.pieces());
      return true;
    }
    Set<String> on = pieces.on(batch.pieces());
    Set<String> wanted = new HashSet<>(rollout.texts());
    boolean isAnew = batch.phase() == Batch.Phase.SWITCHING && on.isEmpty();
    List<String> kept =
        batch.pieces().stream()
            .filter(piece -> !isAnew && (on.contains(piece) || wanted.contains(piece)))
            .toList();
    var gone = new ArrayList<>(batch.pieces());
    gone.removeAll(kept);
    gone.removeAll(wanted);
    if (!gone.isEmpty()) {
      observer.leftOut(gone);
    }
    if (kept.isEmpty()) {
      keep(progress.withoutLast());
      return false;
    }
    keep(progress.withLast(batch.of(kept)));
    observer.begins(number(), progress.total(rollout), kept);
    syncs.requireReady();
    return true;
  }

  /// @return the end of the run, where this batch is its last
  private Optional<RolloutEnd> batch() {
    Batch batch = progress.open().orElseThrow();
    if (batch.phase() != Batch.Phase.SYNCING) {
      turnOn(batch);
      batch = batch.on(syncs.idle());
      syncs.requireGoingOn();
      keep(progress.withLast(batch));
    }
    return synced(batch);
  }

  private void turnOn(Batch batch) {
    Set<String> on = pieces.on(batch.pieces());
    List<String> off = batch.pieces().stream().filter(piece -> !on.contains(piece)).toList();
    if (off.isEmpty()) {
      observer.foundOn();
      return;
    }
    syncs.requireGoingOn();
    boolean before = hasWritten;
    hasWritten = true;
    try {
      pieces.turnOn(off, progress.known());
    } catch (ApiException refused) {
      hasWritten = before;
      if (on.isEmpty() && batch.phase() == Batch.Phase.SWITCHING) {
        // The file may have to be mended, and is to decide anew.
        keep(progress.withoutLast());
      }
      throw refused;
    }
  }

  private Optional<RolloutEnd> synced(Batch batch) {
    var sync = new BatchSync(syncs.connection(), batch.base());
    SyncSight now = syncs.look();
    if (!now.isRunning() && !now.hasEndedSince(batch.base())) {
      String began = syncs.ask();
      hasWritten = true;
      observer.follows(began);
    } else if (now.isRunning()) {
      observer.follows("its sync runs already");
    }
    Result result = syncs.follow(sync);
    if (result instanceof Result.Done done) {
      int total = progress.total(rollout);
      keep(progress.withLast(batch.ended(Batch.Phase.SYNCED, sync.last())));
      observer.synced(number(), total, batch.pieces(), done.what());
      return Optional.empty();
    }
    if (sync.hasFailed()) {
      keep(progress.withLast(batch.ended(Batch.Phase.FAILED, sync.last())));
    }
    return Optional.of(unsynced(result, sync));
  }

  private RolloutEnd unsynced(Result result, BatchSync sync) {
    return switch (result) {
      case Result.Failed failed ->
          end(
              sync.hasFailed() ? How.SYNC_FAILED : How.REFUSED,
              Optional.of(failed.cause()),
              String.valueOf(failed.cause().getMessage()));
      case Result.Unfinished late ->
          end(syncs.isStopped() ? How.STOPPED : How.LATE, Optional.empty(), late.what());
      case Result.NotBegun left -> end(How.STOPPED, Optional.empty(), "");
      case Result.Done done -> throw new IllegalStateException(done.what());
      case Result.Unneeded done -> throw new IllegalStateException(done.why());
    };
  }

  private void keep(Progress next) {
    if (!next.equals(progress)) {
      file.write(next);
      progress = next;
    }
  }

  private int number() {
    return progress.batches().size();
  }

  private RolloutEnd end(How how, Optional<RuntimeException> cause, String words) {
    boolean mayWait = how != How.DONE && (hasWritten || progress.open().isPresent());
    return new RolloutEnd(how, progress, cause, words, hasWritten, mayWait && isPaused());
  }

  private boolean isPaused() {
    try {
      return syncs.look().isPaused();
    } catch (ApiException unknown) {
      return false;
    }
  }
}
