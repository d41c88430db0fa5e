package dev.ftctl.cli.fleet;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl fleet`: one command for many accounts.
@Command(
    name = "fleet",
    description = "Run a command for each environment: validate, plan, apply, drift, status.")
public final class FleetCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  /// The commands below it.
  ///
  /// @param door by which each account's run enters
  /// @param lenders the commands that are run for each environment
  public static Object[] below(Run run, Door door, Object... lenders) {
    var below = new ArrayList<Object>();
    for (Object lender : lenders) {
      below.add(FleetVerb.of(run, door, new CommandLine(lender)));
    }
    below.add(FleetMatrixCommand.of(run));
    below.add(new FleetMergeCommand(run));
    return below.toArray();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: fleet validate, plan, apply, drift, status, matrix or merge");
  }
}
