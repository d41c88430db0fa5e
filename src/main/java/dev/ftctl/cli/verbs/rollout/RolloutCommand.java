package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl rollout`: a first load that is spread over many syncs.
@Command(
    name = "rollout",
    description = "Switch tables or list items on batch by batch, a sync after each.")
public final class RolloutCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  /// What stands below it.
  public static Object[] below(Run run) {
    return new Object[] {new RolloutRunCommand(run), new RolloutStatusCommand(run)};
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: rollout run or status");
  }
}
