package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Version;
import dev.ftctl.manifest.input.TreeCache;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/// Where what was parsed is kept: `ftctl` in the user's cache folder (`XDG_CACHE_HOME`, else
/// `~/.cache`).
final class CachePlace {

  private CachePlace() {}

  /// Empty where the user has no such folder.
  static Optional<TreeCache.Place> of(Console console) {
    return folder(console.variable("XDG_CACHE_HOME"))
        .or(() -> folder(console.variable("HOME")).map(home -> home.resolve(".cache")))
        .map(caches -> new TreeCache.Place(caches.resolve("ftctl"), build()));
  }

  private static Optional<Path> folder(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(text)).filter(Path::isAbsolute).map(Path::normalize);
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }

  /// Two builds of one version differ in the program's file.
  private static String build() {
    CodeSource source = Version.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Version.text();
    }
    try {
      Path program = Path.of(source.getLocation().toURI());
      return Version.text()
          + " "
          + Files.size(program)
          + " "
          + Files.getLastModifiedTime(program).toMillis();
    } catch (IOException | URISyntaxException | IllegalArgumentException untold) {
      return Version.text();
    }
  }
}
