package dev.ftctl.operate.sync;

/// How a sync is asked for.
///
/// @param forces whether a running sync is stopped and begun anew
/// @param unpauses whether a paused connection is resumed for it
public record SyncWish(boolean forces, boolean unpauses, Overlap overlap) {

  /// What is done about a sync that runs already, unless it is stopped by force.
  public enum Overlap {
    /// It is taken for the one that was asked for.
    JOIN,
    /// It is left alone, and not waited for.
    SKIP,
    /// It is a failure.
    FAIL
  }
}
