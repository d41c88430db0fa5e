package dev.ftctl.cli.telling;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that does not say what to do: what is wrong, the nearest names, and where the
/// help is; the whole usage would hide all three.
public record WrongCommandLine(Run run, List<String> arguments) {

  private static final Set<String> FORMAT = Set.of("--format", "--output");

  public WrongCommandLine {
    arguments = List.copyOf(arguments);
  }

  /// Tells the user, and says what to leave with.
  public ExitCode tell(ParameterException wrong) {
    Optional<String> word = unknownWord(wrong);
    String message =
        word.map(name -> "there is no command '" + name + "'").orElseGet(() -> said(wrong));
    String suggestion = suggestion(wrong);
    String help = "Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.";
    run.output().tell("error: " + message);
    if (!suggestion.isEmpty()) {
      run.output().tell(suggestion);
    }
    run.output().tell(help);
    String hint = (suggestion + "\n" + help).strip();
    List<Problem> problems = List.of(Stopped.commandLine(message, hint));
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    Format format = CommonFlags.asked(command, format());
    new StoppedDocument(run, format, CommonFlags.stopped(command, format, problems))
        .print(problems, new Sources(), ExitCode.USAGE);
    return ExitCode.USAGE;
  }

  /// In our words where the library has its own for an argument that is not there.
  private static String said(ParameterException wrong) {
    return wrong instanceof MissingParameterException missing
            && !missing.getMissing().isEmpty()
            && missing.getMissing().stream().allMatch(ArgSpec::isPositional)
        ? missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" "))
            + (missing.getMissing().size() == 1 ? " is missing" : " are missing")
        : String.valueOf(wrong.getMessage());
  }

  /// What stands where a command should; empty when something else is wrong.
  private Optional<String> unknownWord(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException && isElsewhere(wrong)) {
      return arguments.stream().findFirst();
    }
    return wrong instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && !wrong.getCommandLine().getSubcommands().isEmpty()
        ? unmatched.getUnmatched().stream().findFirst()
        : Optional.empty();
  }

  /// What was meant by the first word that nothing takes: by its meaning in other tools, else the
  /// nearest name, if one is near; empty where there is no telling.
  private String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    boolean isElsewhere = isElsewhere(wrong);
    CommandSpec given = wrong.getCommandLine().getCommandSpec();
    CommandSpec command = isElsewhere ? given.root() : given;
    String word = isElsewhere ? arguments.getFirst() : unmatched.getUnmatched().getFirst();
    boolean isOption = word.startsWith("-");
    Set<String> names = isOption ? command.optionsMap().keySet() : command.subcommands().keySet();
    String name = isOption ? word.replaceFirst("=.*", "") : word;
    if (isOption) {
      Optional<String> near =
          name.startsWith("--") || name.length() > 2 ? Near.of(name, names) : Optional.empty();
      return OtherFlags.meaning(command, name)
          .or(() -> near.map(one -> "Did you mean: " + one + "?"))
          .orElse("");
    }
    return meaning(command, word)
        .or(() ->
            Near.of(name, names)
                .map(near -> "Did you mean: " + command.qualifiedName() + " " + near + "?"))
        .orElse("");
  }

  /// Whether the line begins with a word that is no command, so that a later one was taken for one:
  /// `beta connection sync`.
  private boolean isElsewhere(ParameterException wrong) {
    CommandSpec root = wrong.getCommandLine().getCommandSpec().root();
    return arguments.stream()
        .limit(1)
        .anyMatch(word -> !word.startsWith("-") && !root.subcommands().containsKey(word));
  }

  private Optional<String> meaning(CommandSpec command, String word) {
    boolean isAlone = arguments.stream().filter(one -> !one.startsWith("-")).count() == 1;
    Optional<String> other =
        command.parent() == null && isAlone ? OtherWords.meaning(word) : Optional.empty();
    return other
        .or(() -> new VendorWords(run.kinds().get(), arguments).meaning())
        .or(() -> command.parent() == null ? OtherWords.meaning(word) : Optional.empty());
  }

  /// As written: what is wrong may stand before the flag, and then the parser never came to it.
  private String format() {
    String last = "";
    for (int at = 0; at < arguments.size() && !arguments.get(at).equals("--"); at++) {
      String argument = arguments.get(at);
      if (FORMAT.stream().anyMatch(flag -> argument.startsWith(flag + "="))) {
        last = argument.substring(argument.indexOf('=') + 1);
      } else if (FORMAT.contains(argument) && at + 1 < arguments.size()) {
        last = arguments.get(at + 1);
      }
    }
    return last;
  }
}
