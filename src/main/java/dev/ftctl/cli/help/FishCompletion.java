package dev.ftctl.cli.help;

import dev.ftctl.cli.flags.AttachedWord;
import dev.ftctl.cli.flags.OnlyAttached;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A script for fish, which the library has none for: a line for each command, flag and argument
/// that has known values.
final class FishCompletion {

  private static final String START =
      """
      # Completion of PROGRAM for fish: PROGRAM completion fish | source

      # The words so far that are neither flags nor values of flags.
      function __PROGRAM_words
          set -l valued VALUED
          set -l words (commandline -opc)
          set -l skips 0
          for word in $words[2..-1]
              if test $skips = 1
                  set skips 0
              else if contains -- $word $valued
                  set skips 1
              else if not string match -q -- '-*' $word
                  echo $word
              end
          end
      end

      # Whether a command is being typed: exactly these words.
      function __PROGRAM_below
          test "$(__PROGRAM_words)" = "$argv"
      end

      # Whether the words begin like this.
      function __PROGRAM_at
          set -l words (__PROGRAM_words)
          set -l count (count $argv)
          test $count = 0; and return
          test (count $words) -ge $count; and test "$words[1..$count]" = "$argv"
      end

      complete -c PROGRAM -f
      """;

  private final String program;
  private final List<String> lines = new ArrayList<>();

  private FishCompletion(String program) {
    this.program = program;
  }

  static String of(String program, CommandSpec root) {
    var script = new FishCompletion(program);
    script.command(root, List.of());
    String valued =
        options(root)
            .filter(FishCompletion::takesNextWord)
            .flatMap(option -> Stream.of(option.names()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return START.replace("PROGRAM", program).replace("VALUED", valued)
        + String.join("\n", script.lines)
        + "\n";
  }

  private static Stream<OptionSpec> options(CommandSpec command) {
    return Stream.concat(
        command.options().stream(),
        command.subcommands().values().stream().flatMap(line -> options(line.getCommandSpec())));
  }

  private static boolean takesNextWord(OptionSpec option) {
    return option.arity().min() > 0
        && !(option.preprocessor() instanceof AttachedWord)
        && !(option.preprocessor() instanceof OnlyAttached);
  }

  private void command(CommandSpec command, List<String> path) {
    for (CommandLine line : command.subcommands().values()) {
      CommandSpec below = line.getCommandSpec();
      String[] description = below.usageMessage().description();
      add("below", path, " -a " + below.name(), String.join(" ", description));
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        add("at", path, names(option) + value(option), String.join(" ", option.description()));
      }
    }
    if (!path.isEmpty()) {
      command.positionalParameters().forEach(argument -> argument(argument, path));
    }
    for (CommandLine line : command.subcommands().values()) {
      var longer = new ArrayList<>(path);
      longer.add(line.getCommandSpec().name());
      command(line.getCommandSpec(), longer);
    }
  }

  private void argument(PositionalParamSpec argument, List<String> path) {
    if (CompletedValues.isPath(argument)) {
      add("at", path, " -F", "");
    }
    words(argument).forEach(word -> add("at", path, " -a " + word, ""));
  }

  private void add(String condition, List<String> path, String what, String description) {
    String where = ("__" + program + "_" + condition + " " + String.join(" ", path)).strip();
    lines.add(
        "complete -c "
            + program
            + " -n '"
            + where
            + "'"
            + what
            + (description.isEmpty() ? "" : " -d " + quoted(plain(description))));
  }

  private static String names(OptionSpec option) {
    return Stream.of(option.names())
        .map(name ->
            name.startsWith("--")
                ? " -l " + name.substring(2)
                : name.length() == 2 ? " -s " + name.substring(1) : " -o " + name.substring(1))
        .collect(Collectors.joining());
  }

  private static String value(OptionSpec option) {
    if (!takesNextWord(option)) {
      return "";
    }
    List<String> words = words(option);
    if (!words.isEmpty()) {
      return " -x -a '" + String.join(" ", words) + "'";
    }
    return CompletedValues.isPath(option) ? " -r -F" : " -x";
  }

  private static List<String> words(ArgSpec value) {
    return value.completionCandidates() == null
        ? List.of()
        : StreamSupport.stream(value.completionCandidates().spliterator(), false).toList();
  }

  /// Without the marks that the library replaces in help.
  private static String plain(String description) {
    return description
        .replaceAll(" ?\\([^()]*[$][{][^()]*\\)", "")
        .replace("%n", " ")
        .replace("%%", "%")
        .strip();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
