package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Build;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Version;
import dev.ftctl.manifest.input.TreeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Where what was parsed is kept: `ftctl` in the user's cache folder (`XDG_CACHE_HOME`, else
/// `~/.cache`).
public final class CachePlace {

  private CachePlace() {}

  /// Empty where the user has no such folder.
  public static Optional<TreeCache.Place> of(Console console) {
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
    Optional<Path> program = Build.place();
    if (program.isEmpty()) {
      return Version.text();
    }
    try {
      return Version.text()
          + " "
          + Files.size(program.get())
          + " "
          + Files.getLastModifiedTime(program.get()).toMillis();
    } catch (IOException untold) {
      return Version.text();
    }
  }
}
