import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Formats every Java file below the given folders, or checks that nothing would change.
///
/// The build starts it as a source file on the tool chain's JDK: `Format.java check|apply FOLDER…`.
/// It leaves with 1 and the names of the files when a check finds some.
final class Format {
  private Format() {}

  public static void main(String[] arguments) throws Exception {
    boolean apply = arguments[0].equals("apply");
    var formatter = new ArrayList<String>();
    formatter.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      formatter.addAll(javaFilesBelow(Path.of(folder)));
    }
    var out = new PrintWriter(System.out, true);
    int code =
        new Main(out, new PrintWriter(System.err, true), System.in)
            .format(formatter.toArray(String[]::new));
    out.flush();
    if (code != 0 && !apply) {
      System.err.println("These files are not in the house format. Run: mvn -q -Pformat");
    }
    System.exit(code);
  }

  private static List<String> javaFilesBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
