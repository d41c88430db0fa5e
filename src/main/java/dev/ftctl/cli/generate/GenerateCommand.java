package dev.ftctl.cli.generate;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl generate`.
@Command(name = "generate", description = "Write files for other tools: dbt's sources.")
public final class GenerateCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  /// The commands that it consists of.
  public static Object[] below(Run run) {
    return new Object[] {new GenerateDbtSourcesCommand(run)};
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what: generate dbt-sources (sources of dbt, with -o DIR or FILE)");
  }
}
