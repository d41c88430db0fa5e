package dev.ftctl.operate.state;

import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// Whether a connection was paused, is, and shall be in the end.
final class Pausing {

  private static final String FIELD = "paused";

  /// A resumption that failed may be tried again: it does no harm twice.
  private static final int TRIES = 3;

  private final ConnectionsApi api;
  private final String id;

  private boolean isPausedBefore;
  private boolean wasPaused;
  private boolean mayBePaused;

  Pausing(ConnectionsApi api, String id) {
    this.api = api;
    this.id = id;
  }

  /// @param byAnother what a killed run says that it was before that run
  void look(Optional<Boolean> byAnother) {
    isPausedBefore = isPausedNow();
    mayBePaused = isPausedBefore;
    wasPaused = isPausedBefore && byAnother.orElse(true);
  }

  boolean isPausedBefore() {
    return isPausedBefore;
  }

  /// Before anything that ftctl did, now or in a run that was killed.
  boolean wasPaused() {
    return wasPaused;
  }

  boolean isLeftByAnother() {
    return isPausedBefore && !wasPaused;
  }

  boolean isPausedNow() {
    return api.details(id).get(FIELD).equals(Value.bool(true));
  }

  void pause() {
    mayBePaused = true;
    try {
      api.update(id, Value.Mapping.EMPTY.with(FIELD, Value.bool(true)));
    } catch (ApiException failed) {
      if (failed.failure().isAmbiguous() && isPausedNow()) {
        return;
      }
      mayBePaused = false;
      throw failed;
    }
  }

  boolean isToResume() {
    return mayBePaused && !wasPaused;
  }

  /// Whether it is paused, or may be, and was not.
  boolean isLeftPaused() {
    return isToResume();
  }

  void resume() {
    for (int nth = 0; nth < TRIES && mayBePaused; nth++) {
      try {
        api.update(id, Value.Mapping.EMPTY.with(FIELD, Value.bool(false)));
        mayBePaused = false;
      } catch (ApiException failed) {
        mayBePaused = isStillPaused();
      }
    }
  }

  private boolean isStillPaused() {
    try {
      return isPausedNow();
    } catch (ApiException unknown) {
      return true;
    }
  }
}
