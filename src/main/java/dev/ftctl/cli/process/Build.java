package dev.ftctl.cli.process;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// What this program was made of, and what it runs on.
///
/// @param commit of its sources, empty where the build did not know it
/// @param platform such as `linux-amd64`
/// @param java version and vendor
public record Build(String version, String commit, String platform, String java) {

  private static final String COMMIT = "Build-Commit";
  private static final String REPOSITORY = "Build-Repository";

  public static Build running() {
    return new Build(
        Version.text(),
        told(COMMIT),
        word("os.name") + "-" + word("os.arch"),
        Runtime.version() + " (" + System.getProperty("java.vendor", "unknown") + ")");
  }

  /// The jar that runs, or the folder of its classes. Asked by a resource: a class that comes from
  /// an archive of classes doesn't know where its jar lies.
  public static Optional<Path> place() {
    try {
      URL own = Build.class.getResource("Build.class");
      if (own != null && own.openConnection() instanceof JarURLConnection jar) {
        return Optional.of(Path.of(jar.getJarFileURL().toURI()));
      }
      CodeSource source = Build.class.getProtectionDomain().getCodeSource();
      URL location = source == null ? null : source.getLocation();
      return location == null ? Optional.empty() : Optional.of(Path.of(location.toURI()));
    } catch (IOException | URISyntaxException | IllegalArgumentException untold) {
      return Optional.empty();
    }
  }

  /// OWNER/NAME of the repository whose releases and action users get, the build's property
  /// `ftctl.repository`; empty where that is not set.
  public static String repository() {
    return told(REPOSITORY);
  }

  /// What the jar's manifest says; empty outside of a jar.
  private static String told(String attribute) {
    Optional<Path> file = place().filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return "";
    }
    try (var jar = new JarFile(file.get().toFile())) {
      Manifest manifest = Objects.requireNonNullElseGet(jar.getManifest(), Manifest::new);
      return Objects.requireNonNullElse(manifest.getMainAttributes().getValue(attribute), "");
    } catch (IOException untold) {
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
