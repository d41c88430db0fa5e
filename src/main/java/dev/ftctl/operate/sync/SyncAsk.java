package dev.ftctl.operate.sync;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.PauseSwitch;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.Followed;
import java.util.function.Consumer;

/// Syncs a connection now.
///
/// @param followed sees what began, or runs already; called by many threads
public record SyncAsk(ConnectionsApi api, SyncWish wish, Consumer<Followed> followed)
    implements Deed {

  @Override
  public Result of(Named connection) {
    var trigger = new Trigger(api, connection.id());
    SyncSight before = trigger.look();
    Trigger.requireSetUp(before);
    if (before.isRunning() && !wish.forces()) {
      return running(connection, before);
    }
    if (before.isPaused()) {
      return resumed(trigger, connection, before);
    }
    trigger.pull(before, () -> api.sync(connection.id(), body()));
    // What a stopped sync leaves behind is not the end of the one that follows it.
    SyncSight base = before.isRunning() ? trigger.look() : before;
    followed.accept(new FollowedSync(connection, base.isRunning() ? base : before, false));
    return new Result.Done(connection, "sync began");
  }

  private Value.Mapping body() {
    return Value.Mapping.EMPTY.with("force", Value.bool(wish.forces()));
  }

  private Result running(Named connection, SyncSight before) {
    return switch (wish.overlap()) {
      case JOIN -> {
        followed.accept(new FollowedSync(connection, before, false));
        yield new Result.Unneeded(connection, "is syncing already");
      }
      case SKIP -> new Result.Unneeded(connection, "already syncing, left alone");
      case FAIL ->
          throw new RefusedException(
              Refusal.FAILED, "already syncing, and an overlap was to be a failure", "");
    };
  }

  private Result resumed(Trigger trigger, Named connection, SyncSight before) {
    if (!wish.unpauses()) {
      throw new RefusedException(
          Refusal.FAILED,
          "is paused, so that it does not sync: ftctl resume "
              + connection.address()
              + " lets it go on by its schedule, --unpause resumes it and syncs it now",
          "");
    }
    new PauseSwitch(api, false).of(connection.withFields(before.fields()));
    try {
      SyncSight now = trigger.look();
      // Being resumed may begin one by itself.
      if (!now.isRunning() && !now.hasEndedSince(before)) {
        trigger.pull(now, () -> api.sync(connection.id(), body()));
      }
    } catch (ApiException failed) {
      throw pausedAgain(connection, failed);
    }
    followed.accept(new FollowedSync(connection, before, false));
    return new Result.Done(connection, "resumed, sync began");
  }

  private RefusedException pausedAgain(Named connection, ApiException failed) {
    try {
      var paused = Value.Mapping.EMPTY.with("paused", Value.bool(true));
      api.update(connection.id(), paused);
      return new RefusedException(
          Refusal.FAILED, "could not be synced, and is paused again: " + failed.getMessage(), "");
    } catch (ApiException left) {
      return new RefusedException(
          Refusal.FAILED,
          "was resumed and could not be synced: "
              + failed.getMessage()
              + "; ftctl pause "
              + connection.address()
              + " pauses it again ("
              + left.getMessage()
              + ")",
          "");
    }
  }
}
