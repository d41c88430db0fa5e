package dev.ftctl.cli.sandbox;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl sandbox`: the simulator of the Fivetran API, stand-alone.
@Command(name = "sandbox", description = "The embedded simulator of the Fivetran API, stand-alone.")
public final class SandboxCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: sandbox start, reset or show");
  }
}
