package release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a release is made from.
///
/// @param project the source checkout
/// @param folder Maven's output, with the jar, the libraries and the list of components
/// @param version as the pom says
/// @param time that every file gets, so that two builds are alike
record Build(Path project, Path folder, String version, Instant time) {

  /// A file that is committed for releases alone.
  Path source(String name) {
    return project.resolve("src/release").resolve(name);
  }

  Path work(String name) {
    return folder.resolve("release").resolve(name);
  }

  Path jar() {
    return folder.resolve("ftctl.jar");
  }

  Path sbom() {
    return work("sbom.json");
  }

  /// What was shaded into the jar, each as it came, by name.
  List<Path> libraries() throws IOException {
    try (Stream<Path> jars = Files.list(work("libraries"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /// As in names of files: `linux-x64`.
  String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return (system.startsWith("mac") ? "macos" : system) + "-" + architecture("x64", "arm64");
  }

  /// As Debian and images call it.
  String architecture() {
    return architecture("amd64", "arm64");
  }

  private static String architecture(String intel, String arm) {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> intel;
      case "aarch64" -> arm;
      default -> throw new IllegalStateException("no release for " + System.getProperty("os.arch"));
    };
  }

  /// Rows of a table of ours: tabs between, `#` before remarks.
  static List<String[]> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /// Something that has to be mended before there can be a release.
  static IllegalStateException refused(String what, List<String> which) {
    return new IllegalStateException(what + ":\n  " + String.join("\n  ", which));
  }
}
