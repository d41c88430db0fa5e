package dev.ftctl.operate.state;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// How it ended for one connection.
///
/// @param trouble why it was not changed
/// @param before the state as it was; empty where it was not read, or there was none
/// @param after as it was read back
/// @param isLeftPaused whether it is paused, or may be, and was not
/// @param kept the backup, once there is one
public record Ending(
    Named connection,
    How how,
    Optional<Trouble> trouble,
    Optional<Value.Mapping> before,
    Optional<Value.Mapping> after,
    boolean isLeftPaused,
    Optional<Kept> kept) {

  /// What became of the state.
  public enum How {
    /// It is as wished, and was read back.
    CHANGED,
    /// It was as wished.
    UNNEEDED,
    /// Nothing of it was sent.
    NOT_CHANGED,
    /// It was sent, and is as before again.
    SET_BACK,
    /// It was sent, and is neither as wished nor as before, or nobody knows.
    ASTRAY
  }
}
