package dev.ftctl.sandbox;

/// The states of connections and destinations: `incomplete` until setup tests pass once, then
/// `connected`, and `broken` when they fail later.
final class SetupState {
  static final String INCOMPLETE = "incomplete";
  static final String CONNECTED = "connected";
  static final String BROKEN = "broken";

  private SetupState() {}

  static String after(String before, boolean passed) {
    if (passed) {
      return CONNECTED;
    }
    return before.equals(INCOMPLETE) ? INCOMPLETE : BROKEN;
  }
}
