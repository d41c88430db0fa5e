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
    if (!isPossible()) {
      throw new RefusedException(
          Refusal.BLOCKED,
          "nobody can be asked, since this is no terminal; nothing was changed",
          without);
    }
    if (!isYes(question)) {
      throw new RefusedException(Refusal.BLOCKED, "not confirmed; nothing was changed", "");
    }
  }

  /// Whether there is a terminal to ask at.
  public boolean isPossible() {
    Console.Terminals terminals = run.console().terminals();
    return terminals.in() && terminals.err();
  }

  /// Asks at the terminal, which there has to be.
  public boolean isYes(String question) {
    run.output().tellText(question + " Only 'yes' is taken: ");
    return answer().strip().equals("yes");
  }

  private String answer() {
    try {
      return Objects.requireNonNullElse(run.console().in().readLine(), "");
    } catch (IOException unreadable) {
      return "";
    }
  }
}
