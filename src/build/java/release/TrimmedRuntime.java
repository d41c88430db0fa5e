package release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The modules of this JDK that the program needs, and no others. Which they are is committed, with
/// reasons; what jdeps finds in the jar has to agree, in both directions.
record TrimmedRuntime(Build build) {

  /// A class, what it names, and the module of that, which may be called internal.
  private static final Pattern USE =
      Pattern.compile(
          "\\s+(\\S+)\\s+->\\s+(\\S+)\\s+(?:JDK internal API \\()?((?:java|jdk)\\.[a-z.]+)\\)?");

  void write(Path runtime) throws IOException {
    var with = new TreeSet<String>();
    var without = new TreeMap<String, List<String>>();
    for (String[] row : Build.rows(build.source("modules.tsv"))) {
      if (row[1].equals("with")) {
        with.add(row[0]);
      } else {
        without.put(row[0], List.of(row[1].split(" ")));
      }
    }
    check(with, without);
    Tool.ofJdk(
        "jlink",
        List.of(
            "--add-modules",
            String.join(",", with),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--vm=server",
            "--dedup-legal-notices=error-if-not-same-content",
            "--output",
            runtime.toString()));
  }

  private void check(TreeSet<String> with, Map<String, List<String>> without) {
    var unused = new TreeSet<>(with);
    unused.addAll(without.keySet());
    var wrong = new TreeSet<String>();
    for (Use use : uses()) {
      unused.remove(use.module());
      boolean isLeftOut =
          without.getOrDefault(use.module(), List.of()).stream().anyMatch(use.from()::startsWith);
      if (!with.contains(use.module()) && !isLeftOut) {
        wrong.add(use.from() + " needs " + use.of() + " of " + use.module());
      }
    }
    unused.forEach(module -> wrong.add(module + " is needed by nobody"));
    if (!wrong.isEmpty()) {
      throw Build.refused("src/release/modules.tsv disagrees with the jar", List.copyOf(wrong));
    }
  }

  private record Use(String from, String of, String module) {}

  private List<Use> uses() {
    String said =
        Tool.ofJdk(
            "jdeps",
            List.of(
                "--ignore-missing-deps",
                "--multi-release",
                Integer.toString(Runtime.version().feature()),
                "-verbose:class",
                build.jar().toString()));
    var uses = new ArrayList<Use>();
    for (String line : said.lines().toList()) {
      Matcher use = USE.matcher(line);
      if (use.matches()) {
        uses.add(new Use(use.group(1), use.group(2), use.group(3)));
      }
    }
    return uses;
  }
}
