package dev.ftctl.crash;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.files.Disk;
import dev.ftctl.testing.QuickSleeper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder of manifests, applied and planned as a user does it.
///
/// @param folder where the commands run
/// @param words what every apply and plan of it says besides
record Company(Path folder, List<String> words) {

  /// That of `examples/manifests`.
  static final Company EXAMPLES = new Company(Path.of(""), List.of("examples/manifests"));

  private static final Map<String, String> KEY =
      Map.of(
          "FIVETRAN_API_KEY", "sandbox_key",
          "FIVETRAN_API_SECRET", "sandbox_secret",
          "FTCTL_QUOTAS", "none");

  /// How a run ended: exit code, and what it printed on both streams.
  record Ended(int code, String text) {}

  /// The same in a folder of its own, for runs that keep there what they were told.
  Company alone() throws IOException {
    if (folder.equals(EXAMPLES.folder)) {
      return this;
    }
    Path own = Files.createTempDirectory(folder, "alone");
    try (Stream<Path> files = Files.walk(folder.resolve("manifests"))) {
      for (Path file : Stream.concat(Stream.of(folder.resolve("ftctl.yaml")), files).toList()) {
        Files.copy(file, own.resolve(folder.relativize(file).toString()));
      }
    }
    return new Company(own, words);
  }

  Ended apply(URI account, int parallelism, String... more) {
    return run(applyWords(account, parallelism, more));
  }

  Ended plan(URI account) {
    return run(words("plan", List.of("--detailed-exitcode", "--api-url=" + account)));
  }

  /// The same as [#apply], in a process of its own.
  Process applying(URI account, int parallelism, String... more) throws IOException {
    return Child.start(KEY, folder, applyWords(account, parallelism, more).toArray(String[]::new));
  }

  private List<String> applyWords(URI account, int parallelism, String... more) {
    var own = new ArrayList<String>();
    own.addAll(
        List.of(
            "--auto-approve",
            "--journal=none",
            "--api-url=" + account,
            "--parallelism=" + parallelism));
    own.addAll(List.of(more));
    return words("apply", own);
  }

  private List<String> words(String command, List<String> own) {
    var all = new ArrayList<String>();
    all.add(command);
    all.addAll(own);
    all.addAll(words);
    return all;
  }

  private Ended run(List<String> arguments) {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    var console =
        new Console(
            writer,
            writer,
            new BufferedReader(new StringReader("")),
            KEY,
            folder,
            Console.Terminals.NONE,
            Clock.systemUTC(),
            Disk.REAL,
            new QuickSleeper());
    int code = Ftctl.run(arguments.toArray(String[]::new), console);
    return new Ended(code, text.toString());
  }
}
