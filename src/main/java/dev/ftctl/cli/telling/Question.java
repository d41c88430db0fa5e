package dev.ftctl.cli.telling;

import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.util.Objects;

/// A question to whoever sits at the terminal, before something is changed.
public final class Question {

  private final Run run;

  public Question(Run run) {
    this.run = run;
  }

  /// Returns when the answer is yes.
  ///
  /// @param question such as `Apply these changes?`
  /// @param without what to give instead where nobody can be asked
  /// @throws RefusedException when it is anything else, or there is no terminal to ask at (exit 4)
  public void require(String question, String without) {
    Console.Terminals terminals = run.console().terminals();
    if (!terminals.in() || !terminals.err()) {
      throw new RefusedException(
          Refusal.BLOCKED,
          "nobody can be asked, since this is no terminal; nothing was changed",
          without);
    }
    run.output().tellText(question + " Only 'yes' is taken: ");
    if (!answer().strip().equals("yes")) {
      throw new RefusedException(Refusal.BLOCKED, "not confirmed; nothing was changed", "");
    }
  }

  private String answer() {
    try {
      return Objects.requireNonNullElse(run.console().in().readLine(), "");
    } catch (IOException unreadable) {
      return "";
    }
  }
}
