package dev.ftctl.cli.connectortype;

import dev.ftctl.catalog.extract.CatalogDiff;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl connector-type diff`: what changed from one catalogue to another.
@Command(name = "diff", description = "Show what changed between two catalogues, for a review.")
public final class TypeDiffCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the older catalogue.")
  String before = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the newer catalogue.")
  String after = "";

  private final Run run;

  public TypeDiffCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    Path folder = run.console().folder();
    try {
      List<String> lines = CatalogDiff.between(folder.resolve(before), folder.resolve(after));
      run.output().result(lines.isEmpty() ? "No difference.\n" : String.join("\n", lines) + "\n");
      return ExitCode.OK.number();
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "can't read a catalogue: " + unreadable.getMessage(),
          "Give two folders with connections.jsonl and destinations.jsonl.");
    }
  }
}
