package dev.ftctl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run of `./ftctl` as a whole process, launcher included.
///
/// @param code the exit code
/// @param wall from its start to its end
/// @param peak its largest resident memory in MiB; 0 where the system doesn't tell
record Program(int code, Duration wall, long peak, String out, String err) {

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /// Runs to the end, or is killed with SIGKILL after some time.
  ///
  /// @param killed after which time; zero for never
  static Program run(
      Path home, Path folder, Map<String, String> environment, Duration killed, List<String> words)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(home.resolve("ftctl").toString());
    command.addAll(words);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Path out = Files.createTempFile("ftctl", ".out");
    Path err = Files.createTempFile("ftctl", ".err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    try {
      long begun = System.nanoTime();
      Process process = builder.start();
      Path status = Path.of("/proc/" + process.pid() + "/status");
      long peak = 0;
      while (!process.waitFor(Duration.ofMillis(5))) {
        peak = Math.max(peak, peak(status));
        if (!killed.isZero() && System.nanoTime() - begun > killed.toNanos()) {
          process.destroyForcibly();
        }
      }
      var wall = Duration.ofNanos(System.nanoTime() - begun);
      return new Program(
          process.exitValue(), wall, peak, Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static long peak(Path status) {
    try {
      Matcher peak = PEAK.matcher(Files.readString(status));
      return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  /// @throws IllegalStateException when it ended in another way
  Program ended(int expected) {
    if (code != expected) {
      throw new IllegalStateException(
          "exit code " + code + " instead of " + expected + "\n" + tail(err) + "\n" + tail(out));
    }
    return this;
  }

  private static String tail(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }
}
