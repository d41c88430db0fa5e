package dev.ftctl.cli.process;

import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;

/// Puts commands below the whole, those alone that are wanted: making a command loads its classes,
/// and the library reads all of its options, which is most of what a short run computes.
///
/// @param isWanted by the name of a command
public record Subcommands(CommandLine root, Predicate<String> isWanted) {

  /// A command that consists of no others.
  public Subcommands add(String name, Supplier<Object> command) {
    return add(name, command, () -> new Object[0]);
  }

  /// @param name as the command itself says it too, which only reading its annotations tells
  /// @param below the commands that this one consists of
  public Subcommands add(String name, Supplier<Object> command, Supplier<Object[]> below) {
    if (isWanted.test(name)) {
      var line = new CommandLine(command.get());
      for (Object one : below.get()) {
        line.addSubcommand(one);
      }
      root.addSubcommand(named(name, line.getCommandName()), line);
    }
    return this;
  }

  private static String named(String name, String byItself) {
    if (!name.equals(byItself)) {
      throw new IllegalStateException(byItself + " is added as " + name);
    }
    return name;
  }
}
