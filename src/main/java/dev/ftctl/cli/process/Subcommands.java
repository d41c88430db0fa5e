package dev.ftctl.cli.process;

import java.util.Objects;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// Puts commands below the whole, those alone that are wanted: of each, the library reads all
/// options, which is most of what a short run computes.
///
/// @param isWanted by the name of a command
/// @param listsOthers whether those that are not wanted stand there with name and description alone
public record Subcommands(CommandLine root, Predicate<String> isWanted, boolean listsOthers) {

  public static Subcommands below(CommandLine root, Predicate<String> isWanted) {
    return new Subcommands(root, isWanted, false);
  }

  /// All of them as the help of the whole lists them, and none that can run.
  public static Subcommands listedBelow(CommandLine root) {
    return new Subcommands(root, any -> false, true);
  }

  /// @param below the commands that this one consists of
  public Subcommands addSubcommand(Object command, Object... below) {
    Command described = Objects.requireNonNull(command.getClass().getAnnotation(Command.class));
    if (isWanted.test(described.name())) {
      var line = new CommandLine(command);
      for (Object one : below) {
        line.addSubcommand(one);
      }
      root.addSubcommand(line);
    } else if (listsOthers) {
      CommandSpec listed = CommandSpec.create().name(described.name());
      listed.usageMessage().description(described.description());
      root.addSubcommand(new CommandLine(listed));
    }
    return this;
  }
}
