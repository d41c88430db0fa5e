package dev.ftctl.cli;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.walk.Applied;
import java.io.IOException;
import java.util.Optional;

/// `apply --record`: notes the revision that was applied, when all of it was. Used once.
final class Recording {

  private final Run run;
  private final boolean isAsked;
  private Optional<Applied> applied = Optional.empty();

  Recording(Run run, boolean isAsked) {
    this.run = run;
    this.isAsked = isAsked;
  }

  /// Before anything is done.
  ///
  /// @throws RefusedException when this run may not record
  void begin(Desired desired, boolean skipsBlocked) {
    if (!isAsked) {
      return;
    }
    if (skipsBlocked) {
      throw new RefusedException(
          Refusal.USAGE,
          "--record does not go together with --skip-blocked",
          "What was left out was not applied.");
    }
    applied = Optional.of(Applied.begun(desired, run.console().folder()));
  }

  /// Once everything else is done.
  ///
  /// @param code that the run would end with
  /// @param hasWrites whether anything was changed
  ExitCode end(ExitCode code, boolean hasWrites) {
    if (applied.isEmpty()) {
      return code;
    }
    if (code != ExitCode.OK) {
      run.output().tell("Not recorded: " + applied.get().name() + " stays where it was.");
      return code;
    }
    try {
      run.output().tell("Recorded: " + applied.get().record() + ". Push it, with a lease.");
      return code;
    } catch (IOException moved) {
      run.output().lose("what was applied can't be recorded: " + moved.getMessage());
      return code.whenLost(hasWrites);
    }
  }
}
