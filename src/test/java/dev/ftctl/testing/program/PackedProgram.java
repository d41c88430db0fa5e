package dev.ftctl.testing.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The classes under test, packed, with the form beside them in which a JVM keeps classes that it
/// has loaded: a process that starts from these computes half of what one does that starts from
/// folders.
///
/// Made once for each state of the classes, by the first of the build's JVMs that starts a process.
public final class PackedProgram {

  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable");

  /// By name, as this package knows nothing of what is tested.
  private static final String PROGRAM = "dev.ftctl.Ftctl";

  private static final Path FOLDER = Path.of("target", "program").toAbsolutePath();

  private PackedProgram() {}

  /// A command line up to the program's arguments.
  ///
  /// @param jvm further options of the JVM, such as `-Xmx64m`
  public static List<String> command(String... jvm) {
    Path made = made();
    var options = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + made.resolve("classes.jsa")));
    options.addAll(List.of(jvm));
    return line(made, options);
  }

  private static List<String> line(Path made, List<String> options) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(QUICK_START);
    line.addAll(options);
    line.addAll(List.of("-cp", ClassPath.packedIn(made), PROGRAM));
    return line;
  }

  private static synchronized Path made() {
    try {
      Files.createDirectories(FOLDER);
      try (var lock =
          FileChannel.open(
              FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        Path made = FOLDER.resolve(ClassPath.state());
        if (!Files.exists(made.resolve("ready"))) {
          make(made);
        }
        return made;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static void make(Path made) throws IOException, InterruptedException {
    Files.createDirectories(made);
    ClassPath.pack(made);
    Path project = Files.createTempDirectory(FOLDER, "project");
    Files.writeString(project.resolve("group.yaml"), "kind: Group\nmetadata: {name: one}\n");

    var line = line(made, List.of("-XX:ArchiveClassesAtExit=" + made.resolve("classes.jsa")));
    line.addAll(List.of("apply", "--sandbox", "--auto-approve", "group.yaml"));
    int code =
        new ProcessBuilder(line)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(project.resolve("said").toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(Files.readString(project.resolve("said")));
    }
    Files.createFile(made.resolve("ready"));
  }
}
