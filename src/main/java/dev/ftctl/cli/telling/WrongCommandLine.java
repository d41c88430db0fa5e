package dev.ftctl.cli.telling;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.ProblemJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A command line that does not say what to do: what is wrong, the nearest names, and where the
/// help is; the whole usage would hide all three.
public record WrongCommandLine(Run run, List<String> arguments) {

  public WrongCommandLine {
    arguments = List.copyOf(arguments);
  }

  /// Tells the user, and says what to leave with.
  public ExitCode tell(ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage());
    var suggestions = new StringWriter();
    CommandLine.UnmatchedArgumentException.printSuggestions(
        wrong, new PrintWriter(suggestions, true));
    String help = "Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.";
    run.output().tell("error: " + message);
    run.output().tellText(suggestions.toString());
    run.output().tell(help);
    if (asksForJson()) {
      String hint = (suggestions.toString().strip() + "\n" + help).strip();
      Problem problem = Stopped.commandLine(message, hint);
      run.output().result(ProblemJson.of(List.of(problem), ExitCode.USAGE.number()));
    }
    return ExitCode.USAGE;
  }

  /// As written: what is wrong may stand before the flag, and then the parser never came to it.
  private boolean asksForJson() {
    String last = "";
    for (int at = 0; at < arguments.size() && !arguments.get(at).equals("--"); at++) {
      String argument = arguments.get(at);
      if (argument.startsWith("--format=")) {
        last = argument.substring("--format=".length());
      } else if (argument.equals("--format") && at + 1 < arguments.size()) {
        last = arguments.get(at + 1);
      }
    }
    return last.toLowerCase(Locale.ROOT).equals("json");
  }
}
