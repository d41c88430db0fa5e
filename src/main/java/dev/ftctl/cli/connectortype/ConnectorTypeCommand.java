package dev.ftctl.cli.connectortype;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl connector-type`: what services there are and what their configuration takes.
@Command(
    name = "connector-type",
    description =
        "What services there are, what their configuration takes, a manifest to start from.")
public final class ConnectorTypeCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: connector-type list, show, scaffold, extract or diff");
  }
}
