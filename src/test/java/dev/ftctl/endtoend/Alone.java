package dev.ftctl.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.ftctl.Ftctl"));
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
