package release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Programs that a release needs: those of the JDK inside this process, others outside.
final class Tool {

  private Tool() {}

  static String ofJdk(String name, List<String> arguments) {
    var out = new java.io.StringWriter();
    var writer = new java.io.PrintWriter(out, true);
    int code =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + name))
            .run(writer, writer, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code + ":\n" + out);
    }
    return out.toString();
  }

  /// What a program prints.
  ///
  /// @param home the only variable of its environment besides a plain PATH
  /// @param codes with which it may end
  static String run(Path folder, Path home, List<String> command, List<Integer> codes)
      throws IOException, InterruptedException {
    return run(folder, home, Map.of(), command, codes);
  }

  /// @param variables further ones
  static String run(
      Path folder,
      Path home,
      Map<String, String> variables,
      List<String> command,
      List<Integer> codes)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("release", ".out");
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin"));
      builder.environment().putAll(variables);
      int code = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor();
      String said = Files.readString(out);
      if (!codes.contains(code)) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + code + ":\n" + said);
      }
      return said;
    } finally {
      Files.delete(out);
    }
  }
}
