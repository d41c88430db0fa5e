package dev.ftctl.manifest.input;

import java.nio.file.Path;

/// The revision of `--changed-since`.
///
/// @param folder in which git is asked
/// @param revision as git takes it
public record Since(Path folder, String revision) {

  /// The flag as messages name it.
  public String flag() {
    return "--changed-since " + revision;
  }
}
