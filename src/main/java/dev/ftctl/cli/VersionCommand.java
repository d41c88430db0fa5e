package dev.ftctl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl version`.
@Command(name = "version", description = "Print the version of ftctl and of the Java that runs it.")
public final class VersionCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  private final Run run;

  public VersionCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    String java = Runtime.version().toString();
    var json =
        JsonNodeFactory.instance.objectNode().put("version", Version.text()).put("java", java);
    common.print(
        run.output(),
        common.isJson() ? json + "\n" : "ftctl " + Version.text() + " (Java " + java + ")\n");
    return 0;
  }
}
