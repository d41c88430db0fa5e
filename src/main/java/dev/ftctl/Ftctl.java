package dev.ftctl;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.NoEmptyValues;
import dev.ftctl.cli.help.FrontPage;
import dev.ftctl.cli.help.HelpLook;
import dev.ftctl.cli.help.LeadingFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Signals;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.cli.process.Subcommands;
import dev.ftctl.cli.process.Version;
import dev.ftctl.cli.telling.Failures;
import dev.ftctl.cli.telling.OtherConfig;
import dev.ftctl.cli.telling.SpentException;
import dev.ftctl.cli.telling.WrongCommandLine;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.model.Digest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/// The entry of the program, and the one place where outcomes and errors become exit codes.
@Command(
    name = "ftctl",
    description = Ftctl.DESCRIPTION,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = CommandLine.HelpCommand.class)
public final class Ftctl implements Runnable {

  static final String DESCRIPTION =
      "Reconciles a Fivetran account with manifests: plan, then apply.";

  @Spec CommandSpec spec;

  private Ftctl() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }

  /// Runs one command and leaves with its exit code.
  public static void main(String[] arguments) {
    boolean isFrontPage = FrontPage.isAskedBy(arguments);
    var stop = new Stop();
    if (!isFrontPage) {
      // Which takes as long as the page itself.
      ahead("signals", () -> Signals.watch(stop::by));
      ahead("catalogue", Catalog::bundled);
      ahead("digests", Digest::new);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(stop), "stop"));
    int code = run(arguments, Console.ofProcess(), stop);
    stop.ended(code);
    // The page starts nothing that could go on. To leave by this call would open all jars, since
    // somebody might log such calls, and take a fifth of the time.
    if (!isFrontPage || code != ExitCode.OK.number()) {
      System.exit(code);
    }
  }

  /// Makes beside the command line what every command asks for. What fails is told where it is
  /// asked for.
  private static void ahead(String name, Runnable made) {
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .uncaughtExceptionHandler((thread, failure) -> {})
        .start(made);
  }

  /// Runs one command inside the process, for tests: nothing of `System` is touched.
  public static int run(String[] arguments, Console console) {
    return run(arguments, console, new Stop());
  }

  /// The same, with a way to stop it as a signal would.
  public static int run(String[] arguments, Console console, Stop stop) {
    return run(
        arguments, Run.on(console.asking(arguments), stop, () -> Kinds.all(Catalog.bundled())));
  }

  static int run(String[] arguments, Run run) {
    run.stop().unguarded(() -> run.output().tell(interrupted(run.stop())));
    int code = FrontPage.isAskedBy(arguments) ? frontPage(run) : command(arguments, run);
    run.console().err().flush();
    run.output().noteEnd(ended(run, code));
    // That line may be what the log could not take.
    return ended(run, code);
  }

  private static int frontPage(Run run) {
    run.console().out().print(FrontPage.on(run.console()).text());
    run.console().out().flush();
    return ExitCode.OK.number();
  }

  private static int command(String[] arguments, Run run) {
    String[] line =
        LeadingFlags.behind(List.of(arguments), word -> isGroup(run, word)).toArray(String[]::new);
    return asked(run, line).execute(line);
  }

  private static int ended(Run run, int code) {
    return run.output().isWhole() ? code : ExitCode.whenLost(code, run.stop().mayHaveWritten());
  }

  /// The command that the first word names, without its neighbours, since a start takes twice as
  /// long with them. They are needed to say what is wrong with a command line.
  private static CommandLine asked(Run run, String[] arguments) {
    String word = arguments.length == 0 ? "" : arguments[0];
    CommandLine one = commands(run, new Subcommands(bare(), word::equals));
    if (one.getSubcommands().isEmpty()) {
      return all(run);
    }
    var hasBegun = new AtomicBoolean();
    ready(one, run)
        .setExecutionStrategy(given -> {
          hasBegun.set(true);
          return execute(given, run);
        });
    var tells = one.getParameterExceptionHandler();
    return one.setParameterExceptionHandler((wrong, given) ->
        hasBegun.get() ? tells.handleParseException(wrong, given) : all(run).execute(arguments));
  }

  private static boolean isGroup(Run run, String word) {
    CommandLine command =
        commands(run, new Subcommands(bare(), word::equals)).getSubcommands().get(word);
    return command != null && !command.getSubcommands().isEmpty();
  }

  /// All commands with their options, to be described and not to be run: manual pages are made of
  /// it.
  public static CommandLine described(Console console) {
    return all(Run.on(console, new Stop(), () -> Kinds.all(Catalog.bundled())));
  }

  private static CommandLine all(Run run) {
    return ready(every(run), run);
  }

  private static CommandLine ready(CommandLine commands, Run run) {
    commands.setOut(run.console().out()).setErr(run.console().err());
    commands.setExpandAtFiles(false);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpWidth(run.console().helpWidth());
    HelpLook.give(commands);
    commands.setParameterExceptionHandler(
        (wrong, given) -> new WrongCommandLine(run, List.of(given)).tell(wrong).number());
    commands.setExecutionExceptionHandler(
        (failure, command, result) -> new Failures(run, flags(command)).tell(failure).number());
    return commands.setExecutionStrategy(given -> execute(given, run));
  }

  private static String interrupted(Stop stop) {
    return stop.mayHaveWritten()
        ? "interrupted: what Fivetran was already asked to do is not taken back"
        : "interrupted: nothing was changed in the account";
  }

  private static int execute(ParseResult given, Run run) {
    NoEmptyValues.check(given);
    OtherConfig.check(run, given);
    return SpentException.instead(() -> new RunLast().execute(given));
  }

  /// The whole without flags and help of its own: what is below one command never asks for them,
  /// and reading annotations is a third of the start.
  private static CommandLine bare() {
    return new CommandLine(CommandSpec.create().name("ftctl"));
  }

  private static CommandLine commands(Run run, Subcommands below) {
    return Commands.below(below, run, () -> every(run));
  }

  private static CommandLine every(Run run) {
    return commands(run, new Subcommands(new CommandLine(new Ftctl()), any -> true));
  }

  private static CommonFlags flags(CommandLine command) {
    CommandSpec common = command.getCommandSpec().mixins().get("common");
    return common != null && common.userObject() instanceof CommonFlags flags
        ? flags
        : new CommonFlags();
  }

  /// On a signal: lets what runs end in good order. What ended as if there had been no signal
  /// leaves with its own code; everything else with that of the signal (130, 143), which is the
  /// JVM's own.
  private static void leave(Stop stop) {
    int code = stop.ask();
    if (code == ExitCode.OK.number()) {
      Runtime.getRuntime().halt(code);
    }
  }
}
