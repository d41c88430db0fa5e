package dev.ftctl.operate;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;

/// Pauses or resumes a connection. The call may be made twice, so where its answer is lost and it
/// was not carried out it is made once more.
///
/// @param pauses whether it shall be paused afterwards
public record PauseSwitch(ConnectionsApi api, boolean pauses) implements Deed {

  private static final String FIELD = "paused";
  private static final int TRIES = 2;

  @Override
  public Result of(Named connection) {
    if (isPaused(connection.live().fields()) == pauses) {
      return new Result.Unneeded(connection, pauses ? "is paused already" : "is not paused");
    }
    for (int tried = 1; ; tried++) {
      try {
        api.update(connection.id(), Value.Mapping.EMPTY.with(FIELD, Value.bool(pauses)));
        return done(connection);
      } catch (ApiException failed) {
        if (!failed.failure().isAmbiguous()) {
          throw failed;
        }
        if (isDone(connection, failed)) {
          return done(connection);
        }
        if (tried == TRIES) {
          throw failed;
        }
      }
    }
  }

  private Result done(Named connection) {
    return new Result.Done(connection, pauses ? "paused" : "resumed");
  }

  /// After a call whose answer was lost.
  ///
  /// @throws RefusedException when nobody can tell
  private boolean isDone(Named connection, ApiException lost) {
    try {
      return isPaused(api.details(connection.id())) == pauses;
    } catch (ApiException blind) {
      throw new RefusedException(
          Refusal.FAILED,
          "the answer was lost, and the account can't be asked whether it is paused: "
              + lost.getMessage()
              + "; "
              + blind.getMessage(),
          "");
    }
  }

  private static boolean isPaused(Value.Mapping fields) {
    return fields.get(FIELD).equals(Value.bool(true));
  }
}
