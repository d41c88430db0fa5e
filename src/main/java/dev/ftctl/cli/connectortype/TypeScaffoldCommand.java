package dev.ftctl.cli.connectortype;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.TypeFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.connectortype.ConnectorType;
import dev.ftctl.connectortype.Example;
import dev.ftctl.connectortype.Scaffold;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl connector-type scaffold`: a manifest to start from.
@Command(name = "scaffold", description = "Print a commented manifest of a service to start from.")
public final class TypeScaffoldCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin TypeFlags types = new TypeFlags();

  @Option(
      names = "--example",
      description = "With made-up values in place of placeholders; it validates as it is.")
  boolean isExample;

  @Parameters(paramLabel = "SERVICE", description = "Its name in the API, such as google_ads.")
  String service = "";

  private final Run run;

  public TypeScaffoldCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    ConnectorType type = types.find(run, common, service);
    run.output().document(isExample ? Example.of(type) : Scaffold.of(type));
    return ExitCode.OK.number();
  }
}
