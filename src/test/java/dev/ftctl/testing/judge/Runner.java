package dev.ftctl.testing.judge;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the runner of GitHub Actions takes for a command in a log, by its published rules, and the
/// runners of Azure and TeamCity beside it.
public final class Runner {

  private static final Set<String> ANNOTATIONS = Set.of("error", "warning", "notice");
  private static final Set<String> PROPERTIES =
      Set.of("file", "line", "endLine", "col", "endColumn", "title");

  private Runner() {}

  /// Lines that are commands, or begin as one would.
  public static List<String> commands(String log) {
    return lines(log)
        .filter(line -> trimmed(line).startsWith("::") || line.matches(".*##[\\w.-]*\\[.*"))
        .toList();
  }

  /// Of a log of annotations: lines that are none, or say more than one may.
  public static List<String> notAnnotations(String log) {
    return lines(log).filter(line -> !line.isEmpty() && !isAnnotation(line)).toList();
  }

  private static boolean isAnnotation(String line) {
    int end = line.indexOf("::", 2);
    if (!line.startsWith("::") || end < 0 || line.matches(".*##[\\w.-]*\\[.*")) {
      return false;
    }
    String[] info = line.substring(2, end).split(" ", 2);
    return ANNOTATIONS.contains(info[0])
        && info.length == 2
        && Stream.of(info[1].split(","))
            .allMatch(pair -> PROPERTIES.contains(pair.split("=", 2)[0]));
  }

  /// The runner reads a line to any of the three line ends.
  private static Stream<String> lines(String log) {
    return Stream.of(log.replaceAll("\u001b\\[\\d*m", "").split("\r\n|\r|\n", -1));
  }

  /// Of what .NET calls white space.
  private static String trimmed(String line) {
    return line.replaceFirst("^[\\s\\p{Z}\\x85\\x0b]+", "");
  }
}
