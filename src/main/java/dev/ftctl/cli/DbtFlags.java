package dev.ftctl.cli;

import dev.ftctl.cli.process.Run;
import dev.ftctl.impact.DbtManifest;
import dev.ftctl.impact.DbtManifestFile;
import dev.ftctl.impact.Impacts;
import dev.ftctl.plan.Plan;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What others make of the tables that a plan changes. A saved plan does not bring this along: it
/// tells of a plan, and changes nothing of it.
final class DbtFlags {

  @Option(
      names = "--dbt-manifest",
      paramLabel = "FILE",
      description =
          "dbt's target/manifest.json: tell which models, tests, exposures and owners depend on"
              + " what a change excludes, hashes, renames or takes away. May be repeated.")
  List<String> files = List.of();

  /// What the files hold; empty where none is named.
  ///
  /// @throws dev.ftctl.model.RefusedException when one isn't there, or is no manifest of dbt
  Optional<DbtManifest> manifest(Run run) {
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(DbtManifestFile.read(run.console().folder(), files));
  }

  static Impacts impacts(Run run, Plan whole, Plan part, Optional<DbtManifest> manifest) {
    return Impacts.of(whole, part, run.kinds().get(), manifest);
  }
}
