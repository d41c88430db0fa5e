package dev.ftctl.cli.flags;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Refuses flags whose value is empty. Mostly a variable that is not set stands behind one, and
/// `--base ""` must not mean that there is no base.
public final class NoEmptyValues {

  private NoEmptyValues() {}

  /// @throws ParameterException when any flag or path of the command and its subcommand is empty
  public static void check(ParseResult given) {
    for (ParseResult at = given; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
      for (ArgSpec argument : at.matchedArgs()) {
        if (argument.originalStringValues().stream().anyMatch(String::isBlank)) {
          throw new ParameterException(
              at.commandSpec().commandLine(),
              name(argument) + " is empty: leave it out, or give it a value");
        }
      }
    }
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
