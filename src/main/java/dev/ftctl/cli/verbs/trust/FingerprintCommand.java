package dev.ftctl.cli.verbs.trust;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl fingerprint`.
@Command(
    name = "fingerprint",
    description = "Keys of SSH hosts that connections and destinations trust.")
public final class FingerprintCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: fingerprint list, approve or revoke");
  }
}
