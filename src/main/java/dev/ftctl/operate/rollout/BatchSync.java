package dev.ftctl.operate.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.Followed;
import dev.ftctl.operate.sync.FollowedSync;
import dev.ftctl.operate.sync.SyncSight;
import java.util.Optional;

/// The sync of a batch, told by the times of the account alone: any that ended later than the look
/// after the batch was on has begun after it. One that succeeded is the proof, whatever others came
/// to.
final class BatchSync implements Followed {

  private final FollowedSync sync;
  private SyncSight last;

  BatchSync(Named connection, SyncSight base) {
    this.sync = new FollowedSync(connection, base, false);
    this.last = base;
  }

  /// The connection as it was seen last.
  SyncSight last() {
    return last;
  }

  /// Whether that sync has ended, and failed.
  boolean hasFailed() {
    return last.hasEndedSince(sync.before()) && !hasSucceeded();
  }

  private boolean hasSucceeded() {
    return last.hasSucceededSince(sync.before());
  }

  @Override
  public Named object() {
    return sync.object();
  }

  @Override
  public String noun() {
    return sync.noun();
  }

  @Override
  public String verb() {
    return sync.verb();
  }

  @Override
  public Optional<Result> end(Value.Mapping now, String took) {
    last = new SyncSight(now);
    Optional<Result> end = sync.end(now, took);
    return end.isPresent() && end.get() instanceof Result.Failed && hasSucceeded()
        ? Optional.of(new Result.Done(object(), "synced" + took))
        : end;
  }

  @Override
  public String delay(Value.Mapping now) {
    return sync.delay(now);
  }
}
