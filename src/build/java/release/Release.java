package release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Makes what users install from the built jar: a folder with its own runtime, and from that a
/// tarball, a Debian package and an image. Nothing is fetched, and the same input gives the same
/// bytes. See docs/decisions/092-release.md.
///
/// Run by `mvn -Prelease package`: PROJECT BUILD VERSION TIME, on JDK 25 or later.
public final class Release {

  private Release() {}

  public static void main(String[] arguments) throws Exception {
    var build =
        new Build(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Instant.parse(arguments[3]));
    Path program = fresh(build.work("program"));
    Files.createDirectories(program.resolve("lib"));
    new ProgramJar(build).write(program.resolve("lib/ftctl.jar"));
    new TrimmedRuntime(build).write(program.resolve("runtime"));
    Tree.copy(build.source("ftctl"), program.resolve("bin/ftctl"));
    new ClassArchive(build).write(program);
    new Papers(build).write(program);

    Path dist = fresh(build.folder().resolve("dist"));
    var made = new java.util.ArrayList<Path>();
    made.add(Tarball.write(build, program, dist));
    Files.copy(build.sbom(), dist.resolve("ftctl-" + build.version() + ".cdx.json"));
    made.add(dist.resolve("ftctl-" + build.version() + ".cdx.json"));
    if (build.platform().startsWith("linux")) {
      made.add(new DebianPackage(build, program).write(dist));
      new Image(build, program).write(dist).ifPresent(made::add);
    }
    Digests.write(made, dist.resolve("SHA256SUMS-" + build.platform()));
  }

  /// The folder, there and empty.
  static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : (List<Path>) old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
