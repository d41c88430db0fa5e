package dev.ftctl;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.cli.ApplyCommand;
import dev.ftctl.cli.ConnectCommand;
import dev.ftctl.cli.DriftCommand;
import dev.ftctl.cli.ExplainCommand;
import dev.ftctl.cli.FmtCommand;
import dev.ftctl.cli.GraphCommand;
import dev.ftctl.cli.InitCommand;
import dev.ftctl.cli.PlanCommand;
import dev.ftctl.cli.RenderCommand;
import dev.ftctl.cli.SchemaCommand;
import dev.ftctl.cli.ShowCommand;
import dev.ftctl.cli.ValidateCommand;
import dev.ftctl.cli.api.ApiCommand;
import dev.ftctl.cli.connectortype.ConnectorTypeCommand;
import dev.ftctl.cli.connectortype.TypeDiffCommand;
import dev.ftctl.cli.connectortype.TypeExtractCommand;
import dev.ftctl.cli.connectortype.TypeListCommand;
import dev.ftctl.cli.connectortype.TypeScaffoldCommand;
import dev.ftctl.cli.connectortype.TypeShowCommand;
import dev.ftctl.cli.doctor.DoctorCommand;
import dev.ftctl.cli.export.ExportCommand;
import dev.ftctl.cli.export.ImportCommand;
import dev.ftctl.cli.export.ImportTerraformCommand;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.NoEmptyValues;
import dev.ftctl.cli.generate.GenerateCommand;
import dev.ftctl.cli.help.CompletionCommand;
import dev.ftctl.cli.help.HelpLook;
import dev.ftctl.cli.help.LeadingFlags;
import dev.ftctl.cli.help.VersionCommand;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Signals;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.cli.process.Subcommands;
import dev.ftctl.cli.process.Version;
import dev.ftctl.cli.sandbox.SandboxCommand;
import dev.ftctl.cli.sandbox.SandboxResetCommand;
import dev.ftctl.cli.sandbox.SandboxShowCommand;
import dev.ftctl.cli.sandbox.SandboxStartCommand;
import dev.ftctl.cli.telling.Failures;
import dev.ftctl.cli.telling.SpentException;
import dev.ftctl.cli.telling.WrongCommandLine;
import dev.ftctl.cli.verbs.GetCommand;
import dev.ftctl.cli.verbs.PauseCommand;
import dev.ftctl.cli.verbs.ResumeCommand;
import dev.ftctl.cli.verbs.ResyncCommand;
import dev.ftctl.cli.verbs.SyncCommand;
import dev.ftctl.cli.verbs.TestCommand;
import dev.ftctl.cli.verbs.outputs.OutputsCommand;
import dev.ftctl.cli.verbs.state.StateBackupCommand;
import dev.ftctl.cli.verbs.state.StateCommand;
import dev.ftctl.cli.verbs.state.StateDiffCommand;
import dev.ftctl.cli.verbs.state.StateGetCommand;
import dev.ftctl.cli.verbs.state.StateRestoreCommand;
import dev.ftctl.cli.verbs.state.StateSetCommand;
import dev.ftctl.cli.verbs.status.StatusCommand;
import dev.ftctl.cli.verbs.transformation.TransformationCancelCommand;
import dev.ftctl.cli.verbs.transformation.TransformationCommand;
import dev.ftctl.cli.verbs.transformation.TransformationRunCommand;
import dev.ftctl.cli.verbs.transformation.TransformationStatusCommand;
import dev.ftctl.cli.verbs.trust.CertificateCommand;
import dev.ftctl.cli.verbs.trust.FingerprintCommand;
import dev.ftctl.cli.verbs.trust.TrustApproveCommand;
import dev.ftctl.cli.verbs.trust.TrustListCommand;
import dev.ftctl.cli.verbs.trust.TrustRevokeCommand;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.operate.trust.TrustSort;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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
    description = "Reconciles a Fivetran account with manifests: plan, then apply.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = CommandLine.HelpCommand.class)
public final class Ftctl implements Runnable {

  private static final Set<String> HELP = Set.of("-h", "--help");

  @Spec CommandSpec spec;

  private Ftctl() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }

  /// Runs one command and leaves with its exit code.
  public static void main(String[] arguments) {
    var stop = new Stop();
    Signals.watch(stop::by);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(stop), "stop"));
    int code = run(arguments, Console.ofProcess(), stop);
    stop.ended(code);
    System.exit(code);
  }

  /// Runs one command inside the process, for tests: nothing of `System` is touched.
  public static int run(String[] arguments, Console console) {
    return run(arguments, console, new Stop());
  }

  /// The same, with a way to stop it as a signal would.
  public static int run(String[] arguments, Console console, Stop stop) {
    Run run = Run.on(console, stop, () -> Kinds.all(Catalog.bundled()));
    stop.unguarded(() -> run.output().tell(interrupted(stop)));
    String[] line =
        LeadingFlags.behind(List.of(arguments), word -> isGroup(run, word)).toArray(String[]::new);
    int code = asked(run, line).execute(line);
    console.err().flush();
    run.output().noteEnd(ended(run, code));
    // That line may be what the log could not take.
    return ended(run, code);
  }

  private static int ended(Run run, int code) {
    return run.output().isWhole() ? code : ExitCode.whenLost(code, run.stop().mayHaveWritten());
  }

  /// The command that the first word names, without its neighbours, since a start takes twice as
  /// long with them. They are needed to say what is wrong with a command line.
  private static CommandLine asked(Run run, String[] arguments) {
    String word = arguments.length == 0 ? "" : arguments[0];
    if (arguments.length == 1 && HELP.contains(word)) {
      return ready(commands(run, Subcommands.listedBelow(new CommandLine(new Ftctl()))), run);
    }
    CommandLine one = commands(run, word::equals);
    // `help` is always there.
    if (one.getSubcommands().size() == 1) {
      return all(run);
    }
    var hasBegun = new AtomicBoolean();
    ready(one, run)
        .setExecutionStrategy(given -> {
          hasBegun.set(true);
          return execute(given);
        });
    var tells = one.getParameterExceptionHandler();
    return one.setParameterExceptionHandler((wrong, given) ->
        hasBegun.get() ? tells.handleParseException(wrong, given) : all(run).execute(arguments));
  }

  private static boolean isGroup(Run run, String word) {
    CommandLine command = commands(run, word::equals).getSubcommands().get(word);
    return command != null && !command.getSubcommands().isEmpty();
  }

  /// All commands with their options, to be described and not to be run: manual pages are made of
  /// it.
  public static CommandLine described(Console console) {
    return all(Run.on(console, new Stop(), () -> Kinds.all(Catalog.bundled())));
  }

  private static CommandLine all(Run run) {
    return ready(commands(run, any -> true), run);
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
    return commands.setExecutionStrategy(Ftctl::execute);
  }

  private static String interrupted(Stop stop) {
    return stop.mayHaveWritten()
        ? "interrupted: what Fivetran was already asked to do is not taken back"
        : "interrupted: nothing was changed in the account";
  }

  private static int execute(ParseResult given) {
    NoEmptyValues.check(given);
    return SpentException.instead(() -> new RunLast().execute(given));
  }

  private static CommandLine commands(Run run, Predicate<String> isWanted) {
    return commands(run, Subcommands.below(new CommandLine(new Ftctl()), isWanted));
  }

  private static CommandLine commands(Run run, Subcommands below) {
    return below
        .addSubcommand(new InitCommand(run))
        .addSubcommand(new ValidateCommand(run))
        .addSubcommand(new FmtCommand(run))
        .addSubcommand(new RenderCommand(run))
        .addSubcommand(new GraphCommand(run))
        .addSubcommand(new PlanCommand(run))
        .addSubcommand(new ShowCommand(run))
        .addSubcommand(new DriftCommand(run))
        .addSubcommand(new ExplainCommand(run))
        .addSubcommand(new ApplyCommand(run))
        .addSubcommand(new ConnectCommand(run))
        .addSubcommand(new ExportCommand(run))
        .addSubcommand(new ImportCommand(), new ImportTerraformCommand(run))
        .addSubcommand(new GenerateCommand(), GenerateCommand.below(run))
        .addSubcommand(new GetCommand(run))
        .addSubcommand(new OutputsCommand(run))
        .addSubcommand(new StatusCommand(run))
        .addSubcommand(new PauseCommand(run))
        .addSubcommand(new ResumeCommand(run))
        .addSubcommand(new ApiCommand(run))
        .addSubcommand(new StateCommand(), states(run))
        .addSubcommand(new SyncCommand(run))
        .addSubcommand(new ResyncCommand(run))
        .addSubcommand(new TestCommand(run))
        .addSubcommand(new TransformationCommand(), transformations(run))
        .addSubcommand(new CertificateCommand(), trust(run, TrustSort.CERTIFICATE))
        .addSubcommand(new FingerprintCommand(), trust(run, TrustSort.FINGERPRINT))
        .addSubcommand(new ConnectorTypeCommand(), connectorTypes(run))
        .addSubcommand(new SchemaCommand(run))
        .addSubcommand(new SandboxCommand(), sandboxes(run))
        .addSubcommand(new DoctorCommand(run))
        .addSubcommand(new CompletionCommand(run, () -> commands(run, any -> true)))
        .addSubcommand(new VersionCommand(run))
        .root();
  }

  private static Object[] states(Run run) {
    return new Object[] {
      new StateGetCommand(run),
      new StateSetCommand(run),
      new StateDiffCommand(run),
      new StateBackupCommand(run),
      new StateRestoreCommand(run)
    };
  }

  private static Object[] transformations(Run run) {
    return new Object[] {
      new TransformationRunCommand(run),
      new TransformationCancelCommand(run),
      new TransformationStatusCommand(run)
    };
  }

  private static Object[] connectorTypes(Run run) {
    return new Object[] {
      new TypeListCommand(run),
      new TypeShowCommand(run),
      new TypeScaffoldCommand(run),
      new TypeExtractCommand(run),
      new TypeDiffCommand(run)
    };
  }

  private static Object[] sandboxes(Run run) {
    return new Object[] {
      new SandboxStartCommand(run), new SandboxResetCommand(run), new SandboxShowCommand(run)
    };
  }

  private static Object[] trust(Run run, TrustSort sort) {
    return new Object[] {
      new TrustListCommand(run, sort),
      new TrustApproveCommand(run, sort),
      new TrustRevokeCommand(run, sort)
    };
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
