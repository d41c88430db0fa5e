package dev.ftctl.cli.init;

import dev.ftctl.git.Origin;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where the repository lies, and so which workflows it gets.
enum CiHost {
  GITHUB,
  GITLAB,
  NONE;

  /// By the host of the remote `origin`; empty where there is none, or it is another one.
  static Optional<CiHost> of(Path folder) {
    return Origin.host(folder)
        .map(host -> host.toLowerCase(Locale.ROOT))
        .flatMap(host ->
            host.contains("github")
                ? Optional.of(GITHUB)
                : host.contains("gitlab") ? Optional.of(GITLAB) : Optional.of(NONE));
  }
}
