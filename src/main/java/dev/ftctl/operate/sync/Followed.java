package dev.ftctl.operate.sync;

import dev.ftctl.address.Named;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.Result;
import java.util.Optional;

/// A connection with a sync whose end may be waited for.
///
/// @param before how it stood before that sync was asked for
/// @param isResync whether it was asked to load again, which waits for a running sync
public record Followed(Named connection, SyncSight before, boolean isResync) {

  /// How it ended, if it did.
  ///
  /// @param took in words, such as ` in 90 s`
  Optional<Result> end(SyncSight now, String took) {
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
        new Result.Done(connection, (isResync ? "re-synced" : "synced") + took + warnings));
  }

  private String reason(SyncSight now) {
    return now.reasons().isEmpty()
        ? "Fivetran tells no reason; ftctl test " + connection.address() + " may find one"
        : now.reasons();
  }

  Result failed(String what, String next) {
    return new Result.Failed(connection, new RefusedException(Refusal.FAILED, what, next));
  }
}
