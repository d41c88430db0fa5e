package dev.ftctl.operate.sync;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.Followed;
import java.util.Optional;

/// A connection that syncs.
///
/// @param before how it stood before that sync was asked for
/// @param isResync whether it was asked to load again, which waits for a running sync
public record FollowedSync(Named object, SyncSight before, boolean isResync) implements Followed {

  @Override
  public String noun() {
    return "sync";
  }

  @Override
  public String verb() {
    return "syncs";
  }

  @Override
  public Optional<Result> end(Value.Mapping fields, String took) {
    var now = new SyncSight(fields);
    if (isResync && now.isRunning()) {
      return Optional.empty();
    }
    if (!now.hasEndedSince(before)) {
      return now.isPaused() && !now.isRunning()
          ? Optional.of(failed("was paused before its sync ended", "ftctl resume lets it go on."))
          : Optional.empty();
    }
    if (now.hasFailedLast()) {
      return Optional.of(failed("its sync failed" + took + ": " + reason(now), ""));
    }
    if (isResync && now.isHistorical()) {
      return Optional.empty();
    }
    String warnings = now.warnings().isEmpty() ? "" : "; warning: " + now.warnings();
    return Optional.of(
        new Result.Done(object, (isResync ? "re-synced" : "synced") + took + warnings));
  }

  private String reason(SyncSight now) {
    return now.reasons().isEmpty()
        ? "Fivetran tells no reason; ftctl test " + object.address() + " may find one"
        : now.reasons();
  }

  /// A sync that waits for its source's quota.
  @Override
  public String delay(Value.Mapping fields) {
    var now = new SyncSight(fields);
    if (!now.isRescheduled()) {
      return "";
    }
    String until = now.rescheduledFor();
    return "waits for the quota of its source" + (until.isEmpty() ? "" : ", goes on at " + until);
  }
}
