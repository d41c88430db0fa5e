package dev.ftctl.cli.process;

import java.util.Objects;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Puts commands below the whole, those alone that are wanted: of each, the library reads all
/// options, which is most of what a short run computes.
///
/// @param isWanted by the name of a command
public record Subcommands(CommandLine root, Predicate<String> isWanted) {

  /// @param below the commands that this one consists of
  public Subcommands addSubcommand(Object command, Object... below) {
    Command described = Objects.requireNonNull(command.getClass().getAnnotation(Command.class));
    if (isWanted.test(described.name())) {
      var line = new CommandLine(command);
      for (Object one : below) {
        line.addSubcommand(one);
      }
      root.addSubcommand(line);
    }
    return this;
  }
}
