package dev.ftctl.cli.help;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl completion`: a script that makes a shell complete commands, flags and their values.
@Command(
    name = "completion",
    description = "Print a script by which bash, zsh or fish completes ftctl's words.")
public final class CompletionCommand implements Callable<Integer> {

  private static final String PROGRAM = "ftctl";

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  String shell = "";

  private final Run run;
  private final Supplier<CommandLine> commands;

  /// @param commands the whole program's, made when asked for
  public CompletionCommand(Run run, Supplier<CommandLine> commands) {
    this.run = run;
    this.commands = commands;
  }

  @Override
  public Integer call() {
    run.output().document(script());
    return ExitCode.OK.number();
  }

  private String script() {
    return switch (shell.toLowerCase(Locale.ROOT)) {
      case "bash" -> AutoComplete.bash(PROGRAM, known()) + "\n";
      case "zsh" -> ZshCompletion.of(PROGRAM, known());
      case "fish" -> FishCompletion.of(PROGRAM, known().getCommandSpec());
      default ->
          throw new RefusedException(
              Refusal.USAGE,
              "there is no completion for '" + shell + "'",
              "There is one for bash, zsh and fish: source <(ftctl completion bash)");
    };
  }

  private CommandLine known() {
    CommandLine all = commands.get();
    new CompletedValues(run.kinds().get().slugs()).putInto(all);
    return all;
  }
}
