package dev.ftctl.model.shown;

/// Texts of which nothing acts on what shows them: neither on a terminal, nor on a CI runner that
/// looks for its commands in whatever is printed. It does not matter where the text goes: a log
/// that is harmless here may be printed elsewhere.
public final class Inert {

  private Inert() {}

  /// With everything that acts shown as `\u001b`. In JSON that means the same.
  public static String text(String text) {
    return RunnerCommands.broken(Visible.lines(text));
  }

  /// The same of lines that are commands themselves, whose data have no line ends.
  public static String commands(String lines) {
    return RunnerCommands.bracketsBroken(Visible.lines(lines));
  }
}
