package dev.ftctl.cli.help;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Build;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.render.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl version`: what a report of a defect needs.
@Command(
    name = "version",
    description = "Print the version, the commit, the date of the catalogue and the platform.")
public final class VersionCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  private final Run run;

  public VersionCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    Build build = Build.running();
    common.print(run.output(), common.isJson() ? json(build) : text(build));
    return ExitCode.OK.number();
  }

  private static String text(Build build) {
    Catalog catalog = Catalog.bundled();
    return """
    ftctl %s
    commit     %s
    catalogue  %s, %d connector and %d destination services
    platform   %s
    java       %s
    """
        .formatted(
            build.version(),
            build.commit().isEmpty() ? "unknown" : build.commit(),
            Catalog.date(),
            catalog.connectionServices().size(),
            catalog.destinationServices().size(),
            build.platform(),
            build.java());
  }

  private static String json(Build build) {
    Catalog catalog = Catalog.bundled();
    ObjectNode json = Json.object();
    json.put("version", build.version());
    if (!build.commit().isEmpty()) {
      json.put("commit", build.commit());
    }
    json.putObject("catalogue")
        .put("date", Catalog.date())
        .put("connector_services", catalog.connectionServices().size())
        .put("destination_services", catalog.destinationServices().size());
    json.put("platform", build.platform()).put("java", build.java());
    return Json.text(json);
  }
}
