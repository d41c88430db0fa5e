package dev.ftctl.crash;

import dev.ftctl.testing.program.PackedProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `ftctl` in a process of its own, from the classes under test.
final class Child {

  private Child() {}

  /// A line of the shell in which `"$@"` is ftctl, with both streams in one.
  static Process shell(Map<String, String> environment, Path folder, String line)
      throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", line, "sh"));
    command.addAll(program());
    return started(command, environment, folder);
  }

  /// Starts it; standard error goes the way of standard output. Ends with this JVM at the latest.
  static Process start(Map<String, String> environment, Path folder, String... arguments)
      throws IOException {
    var command = new ArrayList<>(program());
    command.addAll(List.of(arguments));
    return started(command, environment, folder);
  }

  private static List<String> program() {
    return PackedProgram.command("-Xmx192m");
  }

  private static Process started(List<String> command, Map<String, String> environment, Path folder)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.directory(folder.toAbsolutePath().toFile());
    Process process = builder.start();
    var end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    process.onExit().thenRun(() -> forget(end));
    return process;
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException ending) {
      // This JVM is on its way out, and the hook has run.
    }
  }
}
