package dev.ftctl.cli.playground;

import dev.ftctl.cli.flags.CommonFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl playground`: the practice API.
@Command(
    name = "playground",
    description = "An API on your machine to practise connectors on, with made-up data.")
public final class PlaygroundCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  CommandSpec spec = CommandSpec.create();

  /// Its words may be written in any case, as the original takes them.
  @Spec
  void spec(CommandSpec given) {
    spec = given.subcommandsCaseInsensitive(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: playground start");
  }
}
