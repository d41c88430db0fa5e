package dev.ftctl.cli.verbs.state;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl state`: where syncs of Function and Connector SDK connections stand.
@Command(
    name = "state",
    description =
        "Look at, change, keep and restore the state of Function and Connector SDK connections.")
public final class StateCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: state get, set, diff, backup or restore");
  }
}
