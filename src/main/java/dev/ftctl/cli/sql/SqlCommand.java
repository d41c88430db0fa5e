package dev.ftctl.cli.sql;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ftctl sql`.
@Command(name = "sql", description = "Rewrite names in SQL files to those of the destination.")
public final class SqlCommand implements Runnable {

  @Mixin CommonFlags common = new CommonFlags();

  @Spec CommandSpec spec;

  /// The commands that it consists of.
  public static Object[] below(Run run) {
    return new Object[] {new SqlRewriteCommand(run)};
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: sql rewrite FILE --connector NAME");
  }
}
