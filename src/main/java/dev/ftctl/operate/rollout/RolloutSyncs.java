package dev.ftctl.operate.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.rollout.RolloutEnd.How;
import dev.ftctl.operate.sync.SyncAsk;
import dev.ftctl.operate.sync.SyncSight;
import dev.ftctl.operate.sync.SyncWish;

/// The syncs of the connection that is rolled out: asked for, and waited for. Used by one thread.
public final class RolloutSyncs {

  private final Named connection;
  private final ConnectionsApi api;
  private final Waits waits;
  private final RolloutObserver observer;
  private boolean unpauses;

  /// @param unpauses whether a connection that is paused is resumed for the first batch
  public RolloutSyncs(
      Named connection,
      ConnectionsApi api,
      Waits waits,
      RolloutObserver observer,
      boolean unpauses) {
    this.connection = connection;
    this.api = api;
    this.waits = waits;
    this.observer = observer;
    this.unpauses = unpauses;
  }

  Named connection() {
    return connection;
  }

  boolean isStopped() {
    return waits.isStopped();
  }

  /// How a batch's sync ended, or that it goes on.
  Result follow(BatchSync sync) {
    return waits.of(sync);
  }

  /// Asks for a sync, which resumes a paused connection the first time only: whoever pauses it
  /// later means it.
  ///
  /// @return what began, in words
  String ask() {
    var wish = new SyncWish(false, unpauses, SyncWish.Overlap.JOIN);
    unpauses = false;
    return switch (new SyncAsk(api, wish, followed -> {}).of(connection)) {
      case Result.Done done -> done.what();
      case Result.Unneeded running -> "its sync runs already";
      case Result.Failed failed -> throw failed.cause();
      case Result.Unfinished late -> late.what();
      case Result.NotBegun left -> "";
    };
  }

  /// The connection while no sync runs.
  SyncSight idle() {
    SyncSight now = look();
    while (now.isRunning()) {
      observer.waitsForIdle();
      now =
          switch (waits.of(new IdleWait(connection))) {
            case Result.Failed failed -> throw failed.cause();
            case Result.Unfinished late ->
                throw new Interruption(waits.isStopped() ? How.STOPPED : How.LATE, late.what());
            case Result.NotBegun left -> throw new Interruption(How.STOPPED, "");
            case Result.Done done -> look();
            case Result.Unneeded done -> look();
          };
    }
    return now;
  }

  SyncSight look() {
    return new SyncSight(api.details(connection.id()));
  }

  /// Waits until no sync runs.
  ///
  /// @throws RefusedException when none could
  void requireReady() {
    SyncSight now = idle();
    if (now.isIncomplete()) {
      throw new RefusedException(
          Refusal.FAILED, "its setup is incomplete, so that nothing can sync yet", "");
    }
    if (now.isPaused() && !unpauses) {
      throw paused(connection);
    }
  }

  /// As `sync` refuses it.
  public static RefusedException paused(Named connection) {
    return new RefusedException(
        Refusal.FAILED,
        "is paused, so that it does not sync: ftctl resume "
            + connection.address()
            + " lets it go on by its schedule, --unpause resumes it with the next batch",
        "");
  }

  void requireGoingOn() {
    if (waits.isStopped()) {
      throw new Interruption(How.STOPPED, "");
    }
  }
}
