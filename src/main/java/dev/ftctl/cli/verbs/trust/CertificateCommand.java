package dev.ftctl.cli.verbs.trust;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl certificate`.
@Command(
    name = "certificate",
    description = "Certificates of hosts that connections and destinations trust.")
public final class CertificateCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: certificate list, approve or revoke");
  }
}
