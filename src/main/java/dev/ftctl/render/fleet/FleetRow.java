package dev.ftctl.render.fleet;

/// What became of one account of a fleet.
///
/// @param environment its name in the project
/// @param account its name, or its id; empty where it was not reached
/// @param exitCode that the command alone would have ended with
/// @param end how it came to its end
/// @param hasChanges whether something in the account is not as it is to be
/// @param hasWrites whether a write reached the account
/// @param line what it came to, or what stopped it
public record FleetRow(
    String environment,
    String account,
    int exitCode,
    End end,
    boolean hasChanges,
    boolean hasWrites,
    String line) {

  /// How the run for an account came to its end.
  public enum End {
    /// By itself.
    ENDED("ended"),
    /// A signal came while it was read; nothing was changed.
    INTERRUPTED("interrupted"),
    /// A signal came before it.
    NOT_BEGUN("not begun"),
    /// No document of it changed since the revision that was asked about, so nothing was asked.
    UNCHANGED("unchanged");

    private final String words;

    End(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Whether it needs nobody.
  boolean isIdle() {
    return exitCode == 0 && !hasChanges && !hasWrites;
  }

  /// `exit 4`, or how else it ended.
  public String ending() {
    return end == End.ENDED ? "exit " + exitCode : end.words();
  }
}
