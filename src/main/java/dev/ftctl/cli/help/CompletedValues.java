package dev.ftctl.cli.help;

import dev.ftctl.cli.flags.CommonFlags;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What may stand as a value, where a generator can't see it: flags and arguments are texts to the
/// parser. Their labels say what they are.
///
/// @param kinds as addresses write them
record CompletedValues(List<String> kinds) {

  private static final Set<String> PATHS =
      Set.of(
          "FILE",
          "DIR",
          "PATH",
          "PLANFILE",
          "OPENAPI",
          "OLD",
          "NEW",
          "FILE|-",
          "DIR|FILE",
          "BACKUP");

  CompletedValues {
    kinds = List.copyOf(kinds);
  }

  /// Into a tree of commands that nothing is parsed by any more.
  void putInto(CommandLine commands) {
    CommandSpec command = commands.getCommandSpec();
    for (OptionSpec option : List.copyOf(command.options())) {
      // Its script calls the words of a flag by its label, and two flags may have one label.
      words(command, option)
          .ifPresent(words ->
              replace(
                  command,
                  option,
                  OptionSpec.builder(option)
                      .completionCandidates(words)
                      .paramLabel(option.longestName().replaceAll("\\W", ""))));
      if (isPath(option)) {
        replace(command, option, ofFiles(option));
      }
    }
    for (PositionalParamSpec argument : List.copyOf(command.positionalParameters())) {
      words(command, argument)
          .ifPresent(words -> {
            command.remove(argument);
            command.addPositional(
                PositionalParamSpec.builder(argument).completionCandidates(words).build());
          });
      if (isPath(argument)) {
        command.remove(argument);
        command.addPositional(
            PositionalParamSpec.builder()
                .type(File.class)
                .index(argument.index())
                .paramLabel(argument.paramLabel())
                .build());
      }
    }
    commands.getSubcommands().values().forEach(this::putInto);
  }

  /// Anew, since a copy keeps the type that it had.
  private static OptionSpec.Builder ofFiles(OptionSpec option) {
    String[] names = option.names();
    return OptionSpec.builder(
            names[0], List.of(names).subList(1, names.length).toArray(String[]::new))
        .type(File.class)
        .arity("1")
        .hidden(option.hidden())
        .paramLabel(option.paramLabel())
        .description(option.description());
  }

  private static void replace(CommandSpec command, OptionSpec option, OptionSpec.Builder by) {
    command.remove(option);
    command.addOption(by.build());
  }

  static boolean isPath(ArgSpec value) {
    return PATHS.contains(value.paramLabel());
  }

  /// The words that it may be; empty where it may be anything.
  private Optional<List<String>> words(CommandSpec command, ArgSpec value) {
    if (value instanceof OptionSpec option && option.longestName().equals("--format")) {
      return Optional.of(CommonFlags.formats(command));
    }
    return switch (value.paramLabel()) {
      case "KIND" -> Optional.of(kinds);
      case "SHELL" -> Optional.of(List.of("bash", "zsh", "fish"));
      default ->
          value.type().isEnum()
              ? Optional.of(
                  List.of(value.type().getEnumConstants()).stream()
                      .map(one -> one.toString().toLowerCase(Locale.ROOT))
                      .toList())
              : Optional.empty();
    };
  }
}
