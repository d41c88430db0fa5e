package dev.ftctl.endtoend;

import dev.ftctl.testing.program.PackedProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The program in a process of its own, for what only a process has: its memory, and what the JVM
/// settles once.
final class Alone {

  private Alone() {}

  /// @param jvm options of the JVM, such as `-Xmx64m`
  /// @return stdout and stderr in one, as `out`
  static Ran run(
      Path folder, List<String> jvm, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return ended(start(folder, jvm, environment, arguments));
  }

  static Process start(
      Path folder, List<String> jvm, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = PackedProgram.command(jvm.toArray(String[]::new));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /// Waits for its end.
  static Ran ended(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said, "");
  }
}
