package dev.ftctl.operate.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.Followed;
import dev.ftctl.operate.sync.SyncSight;
import java.util.Optional;

/// A connection whose sync somebody else began: it proves nothing of a batch, whatever becomes of
/// it.
record IdleWait(Named object) implements Followed {

  @Override
  public String noun() {
    return "sync";
  }

  @Override
  public String verb() {
    return "syncs";
  }

  @Override
  public Optional<Result> end(Value.Mapping now, String took) {
    return new SyncSight(now).isRunning()
        ? Optional.empty()
        : Optional.of(new Result.Done(object, "is idle"));
  }
}
