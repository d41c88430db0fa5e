package dev.ftctl.operate.sync;

import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.Settling;

/// Asks for a sync of one connection such that afterwards it is known whether it began.
record Trigger(ConnectionsApi api, String id) {

  SyncSight look() {
    return new SyncSight(api.details(id));
  }

  /// Sends the call; a sync that runs is not begun a second time by another one.
  ///
  /// @throws dev.ftctl.model.problem.ApiException when it did not begin
  /// @throws RefusedException when nobody can tell, since the account can't be looked at either
  void pull(SyncSight before, Runnable call) {
    new Settling(() -> hasBegun(before), "whether it began").send(call);
  }

  private boolean hasBegun(SyncSight before) {
    SyncSight now = look();
    return now.hasEndedSince(before)
        || now.isRunning() && !before.isRunning()
        || now.isHistorical() && !before.isHistorical();
  }

  /// @throws RefusedException when it never syncs as it is
  static void requireSetUp(SyncSight sight) {
    if (sight.isIncomplete()) {
      throw new RefusedException(
          Refusal.FAILED, "its setup is incomplete, so that nothing can sync yet", "");
    }
  }
}
