package dev.ftctl.cli.connectortype;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.TypeFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.connectortype.ConnectorType;
import dev.ftctl.connectortype.TypeReport;
import dev.ftctl.render.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl connector-type show`: what the configuration of a service takes.
@Command(name = "show", description = "Show what the configuration of a service takes.")
public final class TypeShowCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin TypeFlags types = new TypeFlags();

  @Parameters(paramLabel = "SERVICE", description = "Its name in the API, such as google_ads.")
  String service = "";

  private final Run run;

  public TypeShowCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    ConnectorType type = types.find(run, common, service);
    common.print(
        run.output(), common.isJson() ? Json.text(TypeReport.json(type)) : TypeReport.text(type));
    return ExitCode.OK.number();
  }
}
