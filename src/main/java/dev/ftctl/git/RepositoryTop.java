package dev.ftctl.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a git repository begins.
public final class RepositoryTop {

  private RepositoryTop() {}

  /// The nearest folder, from the given one upwards, that holds `.git` (a folder, or the file of a
  /// work tree or submodule); empty outside of repositories. Git itself is not asked.
  public static Optional<Path> above(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
