package dev.ftctl.sandbox.config;

/// The states of connections and destinations: `incomplete` until setup tests pass once, then
/// `connected`, and `broken` when they fail later.
public final class SetupState {
  public static final String INCOMPLETE = "incomplete";
  public static final String CONNECTED = "connected";
  public static final String BROKEN = "broken";

  private SetupState() {}

  public static String after(String before, boolean passed) {
    if (passed) {
      return CONNECTED;
    }
    return before.equals(INCOMPLETE) ? INCOMPLETE : BROKEN;
  }
}
