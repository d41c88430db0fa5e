package dev.ftctl.cli.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// What this program was made of, and what it runs on.
///
/// @param commit of its sources, empty where the build did not know it
/// @param platform such as `linux-amd64`
/// @param java version and vendor
public record Build(String version, String commit, String platform, String java) {

  private static final String COMMIT = "Build-Commit";

  public static Build running() {
    return new Build(
        Version.text(),
        commit(Version.class.getProtectionDomain().getCodeSource()),
        word("os.name") + "-" + word("os.arch"),
        Runtime.version() + " (" + System.getProperty("java.vendor", "unknown") + ")");
  }

  private static String commit(CodeSource program) {
    try {
      var file = new File(program.getLocation().toURI());
      if (!file.isFile()) {
        return "";
      }
      try (var jar = new JarFile(file)) {
        Manifest manifest = Objects.requireNonNullElseGet(jar.getManifest(), Manifest::new);
        return Objects.requireNonNullElse(manifest.getMainAttributes().getValue(COMMIT), "");
      }
    } catch (IOException | URISyntaxException | IllegalArgumentException untold) {
      return "";
    }
  }

  /// `Mac OS X` as one word.
  private static String word(String property) {
    return System.getProperty(property, "unknown")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9_]+", "");
  }
}
