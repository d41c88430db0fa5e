package dev.ftctl.cli.process;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// Puts commands below the whole, those alone that are wanted: making a command loads its classes,
/// and the library reads all of its options, which is most of what a short run computes.
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

  /// A command that consists of no others.
  public Subcommands add(String name, Class<?> type, Supplier<Object> command) {
    return add(name, type, command, () -> new Object[0]);
  }

  /// @param name as `type` says it too, since reading that costs more than what it is asked for
  /// @param below the commands that this one consists of
  public Subcommands add(
      String name, Class<?> type, Supplier<Object> command, Supplier<Object[]> below) {
    if (isWanted.test(name)) {
      var line = new CommandLine(command.get());
      for (Object one : below.get()) {
        line.addSubcommand(one);
      }
      root.addSubcommand(named(name, line.getCommandName()), line);
    } else if (listsOthers) {
      Command described = Objects.requireNonNull(type.getAnnotation(Command.class));
      CommandSpec listed = CommandSpec.create().name(named(name, described.name()));
      listed.usageMessage().description(described.description());
      root.addSubcommand(new CommandLine(listed));
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
