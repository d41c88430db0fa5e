package dev.ftctl.cli;

import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;

/// Which account and environment a command was about, as far as the project tells, whatever stopped
/// the command.
///
/// @param account empty where none is pinned
/// @param environment empty for none
record KnownPin(String account, String environment) {

  static KnownPin of(Run run, ManifestFlags manifests, NowFlag now) {
    try {
      var request = manifests.request(run, now.instant(run.console().clock()));
      Project project = Manifests.project(request, run.kinds().get());
      return new KnownPin(project.account(), project.environment().name());
    } catch (ManifestException | RefusedException wrong) {
      // The project's own pin can't be told, and why is among the problems.
      return new KnownPin("", manifests.environment);
    }
  }

  /// `mossy_quarry · prod`; empty where neither is known.
  String shown() {
    return account + (account.isEmpty() || environment.isEmpty() ? "" : " · ") + environment;
  }
}
