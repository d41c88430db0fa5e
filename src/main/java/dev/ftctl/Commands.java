package dev.ftctl;

import dev.ftctl.cli.ApplyCommand;
import dev.ftctl.cli.ConnectCommand;
import dev.ftctl.cli.DriftCommand;
import dev.ftctl.cli.ExplainCommand;
import dev.ftctl.cli.FmtCommand;
import dev.ftctl.cli.GraphCommand;
import dev.ftctl.cli.PlanCommand;
import dev.ftctl.cli.RenderCommand;
import dev.ftctl.cli.SchemaCommand;
import dev.ftctl.cli.ShowCommand;
import dev.ftctl.cli.ValidateCommand;
import dev.ftctl.cli.api.ApiCommand;
import dev.ftctl.cli.check.CheckCommand;
import dev.ftctl.cli.connector.ConnectorCommand;
import dev.ftctl.cli.connector.ConnectorCopyCommand;
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
import dev.ftctl.cli.fleet.FleetCommand;
import dev.ftctl.cli.generate.GenerateCommand;
import dev.ftctl.cli.help.CompletionCommand;
import dev.ftctl.cli.help.VersionCommand;
import dev.ftctl.cli.init.InitCommand;
import dev.ftctl.cli.playground.PlaygroundCommand;
import dev.ftctl.cli.playground.PlaygroundStartCommand;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Subcommands;
import dev.ftctl.cli.sandbox.SandboxCommand;
import dev.ftctl.cli.sandbox.SandboxResetCommand;
import dev.ftctl.cli.sandbox.SandboxShowCommand;
import dev.ftctl.cli.sandbox.SandboxStartCommand;
import dev.ftctl.cli.sql.SqlCommand;
import dev.ftctl.cli.verbs.GetCommand;
import dev.ftctl.cli.verbs.PauseCommand;
import dev.ftctl.cli.verbs.ResumeCommand;
import dev.ftctl.cli.verbs.ResyncCommand;
import dev.ftctl.cli.verbs.SyncCommand;
import dev.ftctl.cli.verbs.TestCommand;
import dev.ftctl.cli.verbs.outputs.OutputsCommand;
import dev.ftctl.cli.verbs.rollout.RolloutCommand;
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
import dev.ftctl.cli.verbs.transformation.TransformationUpgradeCommand;
import dev.ftctl.cli.verbs.trust.CertificateCommand;
import dev.ftctl.cli.verbs.trust.FingerprintCommand;
import dev.ftctl.cli.verbs.trust.TrustApproveCommand;
import dev.ftctl.cli.verbs.trust.TrustListCommand;
import dev.ftctl.cli.verbs.trust.TrustRevokeCommand;
import dev.ftctl.operate.trust.TrustSort;
import java.util.function.Supplier;
import picocli.CommandLine;

/// All commands, in the order of the help. A name stands here and at its command, since reading it
/// there loads the command's classes.
final class Commands {

  private Commands() {}

  /// The wanted ones, put below the whole.
  ///
  /// @param all each of them, for what describes them
  static CommandLine below(Subcommands whole, Run run, Supplier<CommandLine> all) {
    ofManifests(whole, run);
    ofTheAccount(whole, run);
    return ofTheProgram(whole, run)
        .add("completion", () -> new CompletionCommand(run, all))
        .add("version", () -> new VersionCommand(run))
        .root();
  }

  private static void ofManifests(Subcommands whole, Run run) {
    whole
        .add("init", () -> new InitCommand(run))
        .add("validate", () -> new ValidateCommand(run))
        .add("check", () -> new CheckCommand(run))
        .add("fmt", () -> new FmtCommand(run))
        .add("render", () -> new RenderCommand(run))
        .add("graph", () -> new GraphCommand(run))
        .add("plan", () -> new PlanCommand(run))
        .add("show", () -> new ShowCommand(run))
        .add("drift", () -> new DriftCommand(run))
        .add("explain", () -> new ExplainCommand(run))
        .add("apply", () -> new ApplyCommand(run))
        .add("connect", () -> new ConnectCommand(run))
        .add("export", () -> new ExportCommand(run))
        .add("import", ImportCommand::new, () -> new Object[] {new ImportTerraformCommand(run)})
        .add("generate", GenerateCommand::new, () -> GenerateCommand.below(run))
        .add("connector", ConnectorCommand::new, () -> new Object[] {new ConnectorCopyCommand(run)})
        .add("sql", SqlCommand::new, () -> SqlCommand.below(run));
  }

  private static void ofTheAccount(Subcommands whole, Run run) {
    whole
        .add("get", () -> new GetCommand(run))
        .add("outputs", () -> new OutputsCommand(run))
        .add("status", () -> new StatusCommand(run))
        .add("pause", () -> new PauseCommand(run))
        .add("resume", () -> new ResumeCommand(run))
        .add("api", () -> new ApiCommand(run))
        .add("state", StateCommand::new, () -> states(run))
        .add("sync", () -> new SyncCommand(run))
        .add("resync", () -> new ResyncCommand(run))
        .add("test", () -> new TestCommand(run))
        .add("transformation", TransformationCommand::new, () -> transformations(run))
        .add("rollout", RolloutCommand::new, () -> RolloutCommand.below(run))
        .add("certificate", CertificateCommand::new, () -> trust(run, TrustSort.CERTIFICATE))
        .add("fingerprint", FingerprintCommand::new, () -> trust(run, TrustSort.FINGERPRINT));
  }

  private static Subcommands ofTheProgram(Subcommands whole, Run run) {
    return whole
        .add("connector-type", ConnectorTypeCommand::new, () -> connectorTypes(run))
        .add("schema", () -> new SchemaCommand(run))
        .add("fleet", FleetCommand::new, () -> fleets(run))
        .add("sandbox", SandboxCommand::new, () -> sandboxes(run))
        .add("playground", PlaygroundCommand::new, () -> playgrounds(run))
        .add("doctor", () -> new DoctorCommand(run));
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
      new TransformationUpgradeCommand(run),
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

  private static Object[] fleets(Run run) {
    return FleetCommand.below(
        run,
        Ftctl::run,
        new ValidateCommand(run),
        new PlanCommand(run),
        new ApplyCommand(run),
        new DriftCommand(run),
        new StatusCommand(run));
  }

  private static Object[] sandboxes(Run run) {
    return new Object[] {
      new SandboxStartCommand(run), new SandboxResetCommand(run), new SandboxShowCommand(run)
    };
  }

  private static Object[] playgrounds(Run run) {
    return new Object[] {new PlaygroundStartCommand(run)};
  }

  private static Object[] trust(Run run, TrustSort sort) {
    return new Object[] {
      new TrustListCommand(run, sort),
      new TrustApproveCommand(run, sort),
      new TrustRevokeCommand(run, sort)
    };
  }
}
