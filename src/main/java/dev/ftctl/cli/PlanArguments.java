package dev.ftctl.cli;

import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.PlanFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.walk.PlanRequest;
import java.time.Instant;

/// The part of a command line that says what is planned: as given now, or as a saved plan brings
/// it.
record PlanArguments(ManifestFlags manifests, PlanFlags flags, boolean isSandbox) {

  /// @param now the moment of the run, never that of the saved plan
  PlanRequest request(Run run, Instant now) {
    return flags.request(manifests, run, now);
  }
}
