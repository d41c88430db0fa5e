package dev.ftctl.operate.state;

/// What is done to one connection, in this order.
public enum Step {
  CHECK,
  PAUSE,
  WAIT,
  BACK_UP,
  UPDATE,
  VERIFY,
  /// Only after something failed.
  SET_BACK,
  RESUME,
  /// Once more, since a sync may move the state on at once.
  LOOK_AGAIN
}
