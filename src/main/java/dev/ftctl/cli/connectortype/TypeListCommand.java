package dev.ftctl.cli.connectortype;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.TypeFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.connectortype.LiveTypes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl connector-type list`: the names of the services.
@Command(name = "list", description = "List the services whose names hold FILTER.")
public final class TypeListCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin TypeFlags types = new TypeFlags();

  @Parameters(
      paramLabel = "FILTER",
      arity = "0..1",
      defaultValue = "",
      description = "Any part of a name.")
  String filter = "";

  private final Run run;

  public TypeListCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    String wanted = filter.toLowerCase(Locale.ROOT);
    List<String> names = all().stream().filter(name -> name.contains(wanted)).toList();
    common.print(run.output(), common.isJson() ? json(names) : String.join("\n", names) + "\n");
    return ExitCode.OK.number();
  }

  private Collection<String> all() {
    if (types.isLive) {
      return types.live(run, common, LiveTypes::services);
    }
    Catalog catalog = Catalog.bundled();
    return types.isDestination ? catalog.destinationServices() : catalog.connectionServices();
  }

  private String json(List<String> names) {
    var json = JsonNodeFactory.instance.objectNode().put("format", "ftctl/connector-types/v1");
    json.put("kind", types.isDestination ? "destination" : "connector");
    names.forEach(json.putArray("services")::add);
    return json + "\n";
  }
}
