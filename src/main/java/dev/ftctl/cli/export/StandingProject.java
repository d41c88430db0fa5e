package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.walk.Described;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// The project that stands in a folder already, if any.
///
/// @param described what its manifests describe
/// @param variables names of environment variables that it reads
record StandingProject(Described described, Collection<String> variables) {

  /// @throws dev.ftctl.model.problem.ManifestException when its manifests are broken
  static StandingProject read(Run run, ProjectFlags project, Path folder, KindList kinds) {
    ReadRequest request = project.request(run, folder, run.console().environment());
    Described described = Described.of(request, kinds);
    if (described.broken().isPresent()) {
      throw described.broken().get();
    }
    return new StandingProject(described, List.of());
  }
}
