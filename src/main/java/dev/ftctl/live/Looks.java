package dev.ftctl.live;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.function.Supplier;

/// Reads an account anew where an object that a list named is gone by the time of its details.
final class Looks {

  /// How often an account that changes while it is read is looked at.
  private static final int MOST = 4;

  private Looks() {}

  /// @throws RefusedException when it changes each time
  static <T> T until(Supplier<T> reading) {
    for (int look = 1; ; look++) {
      try {
        return reading.get();
      } catch (Refused.GoneException gone) {
        if (look == MOST) {
          throw new RefusedException(
              Refusal.FAILED,
              "the account changes faster than it can be read: objects that its lists name are"
                  + " gone a moment later",
              "Run the command again when nobody else is at work in it.");
        }
      }
    }
  }
}
