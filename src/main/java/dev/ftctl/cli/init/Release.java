package dev.ftctl.cli.init;

import dev.ftctl.cli.process.Build;

/// The release that workflows use: that of this program, where it is one.
///
/// @param repository `OWNER/NAME`; empty where the build does not say it
/// @param commit the 40 digits
/// @param version as `1.2.3`
record Release(String repository, String commit, String version) {

  static Release running() {
    Build build = Build.running();
    return new Release(Build.repository(), build.commit(), build.version());
  }

  /// Whether a workflow can name it; else the variables of the repository do.
  boolean isKnown() {
    return repository.matches("[^/\\s]+/[^/\\s]+")
        && commit.matches("[0-9a-f]{40}")
        && version.matches("[0-9]+\\.[0-9]+\\.[0-9]+");
  }
}
