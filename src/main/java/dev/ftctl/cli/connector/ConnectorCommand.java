package dev.ftctl.cli.connector;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl connector`.
@Command(name = "connector", description = "Make manifests of connections: copy.")
public final class ConnectorCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: connector copy; ftctl get connectors lists them, and sync, pause, resume"
            + " and test act on them");
  }
}
