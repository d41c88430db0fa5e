package dev.ftctl.cli.verbs.state;

import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import java.io.IOException;
import java.util.Objects;

/// Asks whoever sits at the terminal for a line.
record Prompt(Run run) {

  static boolean isPossible(Run run) {
    Console.Terminals terminals = run.console().terminals();
    return terminals.in() && terminals.err();
  }

  /// Empty at the end of the input.
  String line(String prompt) {
    run.output().tellText(prompt);
    try {
      return Objects.requireNonNullElse(run.console().in().readLine(), "");
    } catch (IOException unreadable) {
      return "";
    }
  }
}
