package dev.ftctl.cli.verbs.transformation;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl transformation`.
@Command(
    name = "transformation",
    description = "Run, cancel and upgrade transformations, and look at them.")
public final class TransformationCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: transformation run, cancel, upgrade or status");
  }
}
