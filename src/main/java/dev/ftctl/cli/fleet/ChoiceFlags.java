package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.Since;
import java.util.List;
import picocli.CommandLine.Option;

/// Which environments a fleet is.
final class ChoiceFlags {

  @Option(
      names = "--envs",
      paramLabel = "GLOB",
      split = ",",
      description = "Only environments with such names: prod,eu_* (default: all).")
  List<String> globs = List.of();

  @Option(
      names = "--changed-since",
      paramLabel = "REVISION",
      defaultValue = "",
      description =
          "Only environments of which something expands otherwise than where this git revision and"
              + " HEAD parted, and only that of them.")
  String changedSince = "";

  /// The same, where only what differs is asked for.
  ReadRequest since(Run run, ReadRequest request) {
    return changedSince.isEmpty()
        ? request
        : request.changed(new Since(run.console().folder(), changedSince));
  }
}
