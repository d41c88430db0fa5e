package dev.ftctl.crash;

import dev.ftctl.Ftctl;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `ftctl` in a process of its own, from the classes under test.
final class Child {

  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx192m");

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
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK_START);
    command.addAll(List.of("-cp", classPath(), Ftctl.class.getName()));
    return command;
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

  /// In whatever folder it runs.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException ending) {
      // This JVM is on its way out, and the hook has run.
    }
  }
}
