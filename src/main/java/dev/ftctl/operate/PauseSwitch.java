package dev.ftctl.operate;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;

/// Pauses or resumes a connection.
///
/// @param pauses whether it shall be paused afterwards
public record PauseSwitch(ConnectionsApi api, boolean pauses) implements Deed {

  private static final String FIELD = "paused";

  @Override
  public Result of(Named connection) {
    if (isPaused(connection.live().fields()) == pauses) {
      return new Result.Unneeded(connection, pauses ? "is paused already" : "is not paused");
    }
    try {
      api.update(connection.id(), Value.Mapping.EMPTY.with(FIELD, Value.bool(pauses)));
    } catch (ApiException failed) {
      if (!failed.failure().isAmbiguous() || !isDone(connection)) {
        throw failed;
      }
    }
    return new Result.Done(connection, pauses ? "paused" : "resumed");
  }

  /// After a call whose answer was lost.
  private boolean isDone(Named connection) {
    return isPaused(api.details(connection.id())) == pauses;
  }

  private static boolean isPaused(Value.Mapping fields) {
    return fields.get(FIELD).equals(Value.bool(true));
  }
}
