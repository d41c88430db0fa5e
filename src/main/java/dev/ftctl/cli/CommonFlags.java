package dev.ftctl.cli;

import dev.ftctl.render.Paint;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The flags of every command.
public final class CommonFlags {

  /// How results are printed.
  enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    SARIF,
    JUNIT,
    GITHUB;

    /// Whether it has words for problems only, and none for a plan.
    boolean isOfProblems() {
      return this == SARIF || this == JUNIT || this == GITHUB;
    }
  }

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean isHelpAsked;

  Format format = Format.TEXT;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description =
          "text or json; of plan also markdown; of validate also sarif, junit or github (default:"
              + " text).")
  void format(Format asked) {
    if (asked.isOfProblems() && !(spec.userObject() instanceof ValidateCommand)) {
      throw new ParameterException(
          spec.commandLine(),
          "--format " + asked.name().toLowerCase(Locale.ROOT) + ": only validate has this format");
    }
    if (asked == Format.MARKDOWN && !(spec.userObject() instanceof PlanCommand)) {
      throw new ParameterException(
          spec.commandLine(), "--format markdown: only plan has this format");
    }
    format = asked;
  }

  @Option(names = "--no-color", description = "No colours, as with NO_COLOR or TERM=dumb.")
  boolean isColourless;

  @Option(
      names = {"-q", "--quiet"},
      description = "Leave out notes and what is unchanged.")
  boolean isQuiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "More on stderr; -vv also a line for each request.")
  boolean[] verbose = {};

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Log the requests into FILE.0; three files of 10 MB at most.")
  String logFile = "";

  boolean isJson() {
    return format == Format.JSON;
  }

  boolean isVerbose() {
    return verbose.length >= 1;
  }

  boolean isVeryVerbose() {
    return verbose.length >= 2;
  }

  Paint outPaint(Console console) {
    return paint(console, console.terminals().out());
  }

  Paint errPaint(Console console) {
    return paint(console, console.terminals().err());
  }

  private Paint paint(Console console, boolean isTerminal) {
    return isTerminal && !isColourless && console.allowsColour() ? Paint.COLOURED : Paint.PLAIN;
  }
}
