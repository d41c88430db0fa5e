package dev.ftctl.model;

/// Why a run does not go on. Whoever called it knows what to leave with; the rooms that refuse know
/// no exit codes.
public enum Refusal {
  /// Something around the run is not as needed: a file can't be written.
  FAILED,
  /// A check found something.
  FOUND,
  /// A risk, protection, a limit, or no confirmation given.
  BLOCKED,
  /// The saved plan does not fit any more.
  STALE,
  /// What was asked can't be meant, or names what is not there.
  USAGE,
  /// The manifests or the project file are invalid.
  INVALID,
  /// There are no credentials, or none that may be used.
  DENIED
}
