package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.SharedReading;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.Since;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;

/// The environments of which nothing expands otherwise than at the revision that is asked about.
///
/// @param request with that revision; without one there is none of them
/// @param reading what is shared with the accounts' runs
record UnchangedAccounts(Run run, ReadRequest request, SharedReading reading) {

  /// What can't be read is for the command to tell.
  boolean has(String environment) {
    if (request.since().isEmpty()) {
      return false;
    }
    try {
      return Manifests.read(reading.of(request).in(environment), run.kinds().get())
          .changed()
          .filter(changed -> changed.documents() == 0 && changed.gone().isEmpty())
          .filter(changed -> changed.warnings().isEmpty())
          .isPresent();
    } catch (ManifestException | RefusedException | UnknownPathException untold) {
      return false;
    }
  }

  String revision() {
    return request.since().map(Since::revision).orElse("");
  }
}
