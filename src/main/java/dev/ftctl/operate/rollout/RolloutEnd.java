package dev.ftctl.operate.rollout;

import java.util.Optional;

/// How a run of a rollout ended.
///
/// @param cause of what failed or was refused
/// @param words of what goes on, or failed
/// @param hasWritten whether this run switched anything on or began a sync, or may have
/// @param isLeftPaused whether the connection is paused in the end, and something is on that waits
///   for its sync or was switched on by this run
public record RolloutEnd(
    How how,
    Progress progress,
    Optional<RuntimeException> cause,
    String words,
    boolean hasWritten,
    boolean isLeftPaused) {

  /// What ended it.
  public enum How {
    /// Everything is on and synced.
    DONE,
    /// The sync of a batch failed.
    SYNC_FAILED,
    /// A call failed, or something was refused.
    REFUSED,
    /// A sync did not end in time.
    LATE,
    /// A signal came.
    STOPPED
  }
}
