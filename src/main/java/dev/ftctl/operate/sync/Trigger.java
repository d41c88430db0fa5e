package dev.ftctl.operate.sync;

import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;

/// Asks for a sync of one connection such that afterwards it is known whether it began.
record Trigger(ConnectionsApi api, String id) {

  private static final int TRIES = 2;

  SyncSight look() {
    return new SyncSight(api.details(id));
  }

  /// Sends the call; where its answer is lost, looks whether it took effect, and sends it once more
  /// where not. A sync that runs is not begun a second time by that.
  ///
  /// @throws ApiException when it did not begin
  /// @throws RefusedException when nobody can tell, since the account can't be looked at either
  void pull(SyncSight before, Runnable call) {
    for (int tried = 1; ; tried++) {
      try {
        call.run();
        return;
      } catch (ApiException failed) {
        if (!failed.failure().isAmbiguous()) {
          throw failed;
        }
        if (hasBegun(before, failed)) {
          return;
        }
        if (tried == TRIES) {
          throw failed;
        }
      }
    }
  }

  private boolean hasBegun(SyncSight before, ApiException lost) {
    try {
      SyncSight now = look();
      return now.hasEndedSince(before)
          || now.isRunning() && !before.isRunning()
          || now.isHistorical() && !before.isHistorical();
    } catch (ApiException blind) {
      throw new RefusedException(
          Refusal.FAILED,
          "the answer was lost, and the account can't be asked whether it began: "
              + lost.getMessage()
              + "; "
              + blind.getMessage(),
          "");
    }
  }

  /// @throws RefusedException when it never syncs as it is
  static void requireSetUp(SyncSight sight) {
    if (sight.isIncomplete()) {
      throw new RefusedException(
          Refusal.FAILED, "its setup is incomplete, so that nothing can sync yet", "");
    }
  }
}
