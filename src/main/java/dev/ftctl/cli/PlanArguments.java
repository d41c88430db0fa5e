package dev.ftctl.cli;

import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.PlanFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.walk.PlanRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// The part of a command line that says what is planned: as given now, or as a saved plan brings
/// it.
record PlanArguments(ManifestFlags manifests, PlanFlags flags, boolean isSandbox) {

  /// @param arguments that [#kept] left of a `plan` command
  /// @param own of the command that carries it out
  static PlanArguments saved(Run run, List<String> arguments, ManifestFlags own) {
    var plan = new PlanCommand(run);
    new CommandLine(plan)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments.toArray(String[]::new));
    PlanArguments saved = plan.arguments();
    saved.manifests().openOnly(own);
    return saved;
  }

  /// What a saved plan keeps of the line that made it: neither the command's name nor `-o FILE`.
  static List<String> kept(List<String> arguments) {
    var kept = new ArrayList<String>();
    boolean skipsNext = false;
    for (String argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      boolean isOut =
          argument.startsWith("-o") || argument.equals("--out") || argument.startsWith("--out=");
      if (!skipsNext && !isOut) {
        kept.add(argument);
      }
      skipsNext = !skipsNext && (argument.equals("-o") || argument.equals("--out"));
    }
    return kept;
  }

  /// @param now the moment of the run, never that of the saved plan
  PlanRequest request(Run run, Instant now) {
    return flags.request(manifests, run, now);
  }
}
