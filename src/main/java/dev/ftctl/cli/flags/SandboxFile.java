package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The data file of a simulator that is not running.
public final class SandboxFile {

  @Option(
      names = "--data",
      paramLabel = "FILE",
      defaultValue = "",
      description = "The account's file (default: .ftctl/sandbox.json of the project).")
  String data = "";

  public Path path(Run run) {
    Path folder = run.console().folder();
    return data.isEmpty() ? SandboxPlace.dataFile(folder) : folder.resolve(data);
  }

  /// Relative to where the user stands, when it lies below.
  public String shown(Run run) {
    Path path = path(run);
    Path folder = run.console().folder();
    return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
  }

  /// A simulator that was killed leaves only the log of its changes.
  public boolean exists(Run run) {
    Path path = path(run);
    return Files.exists(path) || Files.exists(path.resolveSibling(path.getFileName() + ".log"));
  }

  public Sandbox open(Run run) throws IOException {
    return Sandbox.start(SandboxOptions.keptIn(path(run)).withNotice(run.output()::tell));
  }
}
