package dev.ftctl.cli.flags;

import dev.ftctl.cli.log.LogFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Output;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import dev.ftctl.render.Paint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The flags of every command.
public final class CommonFlags {

  /// A command that prints more than text and JSON.
  public interface WithFormats {

    /// Those beside text and JSON.
    Set<Format> formats();

    /// What stands in place of a result where something stopped the command, in a format that shows
    /// more than problems: so no document of yesterday passes for today's. Empty where the problems
    /// themselves are the document.
    ///
    /// @param format one of [#formats]
    default Optional<String> stopped(Format format, List<Problem> problems) {
      return Optional.empty();
    }
  }

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean isHelpAsked;

  public Format format = Format.TEXT;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "How the result is printed (default: text).")
  void format(String asked) {
    Format known =
        Stream.of(Format.values())
            .filter(each -> each.written().equalsIgnoreCase(asked))
            .findFirst()
            .orElseThrow(() -> wrongFormat(asked, ""));
    if (!has(spec, known)) {
      List<String> owners = owners(spec.root(), known).toList();
      String verb = owners.size() == 1 ? " has that" : " have that";
      throw wrongFormat(asked, "; only " + English.listed(owners, "and") + verb);
    }
    format = known;
  }

  /// As the vendor's own program calls it.
  @Option(names = "--output", paramLabel = "F", hidden = true)
  void output(String asked) {
    format(asked);
  }

  /// Another of its flags, for which [Console#asking] looks: nobody is asked anything.
  @Option(names = Console.ASKING_NOTHING, hidden = true)
  boolean asksNothing;

  /// Lists what this command prints, not what others do.
  private ParameterException wrongFormat(String asked, String more) {
    List<String> own = formats(spec);
    return new ParameterException(
        spec.commandLine(),
        "--format " + asked + ": " + spec.name() + " prints " + English.listed(own, "or") + more);
  }

  /// As the command line writes them: all that a command prints.
  public static List<String> formats(CommandSpec command) {
    return Stream.of(Format.values())
        .filter(each -> has(command, each))
        .map(Format::written)
        .toList();
  }

  private static boolean has(CommandSpec command, Format asked) {
    return asked == Format.TEXT || asked == Format.JSON || hasMore(command, asked);
  }

  private static boolean hasMore(CommandSpec command, Format asked) {
    return command.userObject() instanceof WithFormats more && more.formats().contains(asked);
  }

  private static Stream<String> owners(CommandSpec command, Format asked) {
    List<String> below =
        command.subcommands().values().stream()
            .flatMap(line -> owners(line.getCommandSpec(), asked))
            .toList();
    // Of commands that stand below another, that one is told.
    boolean isGroup = command.parent() != null && !below.isEmpty();
    return hasMore(command, asked) || isGroup ? Stream.of(command.name()) : below.stream();
  }

  @Option(names = "--no-color", description = "No colours, as with NO_COLOR or TERM=dumb.")
  boolean isColourless;

  @Option(
      names = {"-q", "--quiet"},
      description = "Leave out notes and what is unchanged.")
  public boolean isQuiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "More on stderr; -vv also a line for each request.")
  boolean[] verbose = {};

  @Mixin LogFlags log = new LogFlags();

  /// The format that a command line asks for, where the command has it: what is wrong may stand
  /// before the flag, and then the parser never came to it.
  public static Format asked(CommandSpec command, String written) {
    return Stream.of(Format.values())
        .filter(each -> each.written().equalsIgnoreCase(written) && has(command, each))
        .findFirst()
        .orElse(Format.TEXT);
  }

  /// What a command prints in place of its result where something stopped it, if that is more than
  /// problems.
  public static Optional<String> stopped(
      CommandSpec command, Format format, List<Problem> problems) {
    return command.userObject() instanceof WithFormats own && own.formats().contains(format)
        ? own.stopped(format, problems)
        : Optional.empty();
  }

  /// The same of the command that these are the flags of.
  public Optional<String> stopped(List<Problem> problems) {
    return spec == null ? Optional.empty() : stopped(spec, format, problems);
  }

  public boolean isText() {
    return format == Format.TEXT;
  }

  public boolean isJson() {
    return format == Format.JSON;
  }

  /// Prints a result: for people, or for whatever reads the format that was asked for.
  public void print(Output output, String result) {
    if (isText()) {
      output.result(result);
    } else {
      output.document(result);
    }
  }

  public boolean isVerbose() {
    return verbose.length >= 1;
  }

  public boolean isVeryVerbose() {
    return verbose.length >= 2;
  }

  /// Where the log is, as the user named it; empty for none.
  public Optional<String> logFile(Console console) {
    return Optional.of(log.file(console)).filter(file -> !file.isEmpty());
  }

  public Paint outPaint(Console console) {
    return paint(console, console.terminals().out());
  }

  public Paint errPaint(Console console) {
    return paint(console, console.terminals().err());
  }

  private Paint paint(Console console, boolean isTerminal) {
    return isTerminal && !isColourless && console.allowsColour() ? Paint.COLOURED : Paint.PLAIN;
  }
}
