package dev.ftctl.crash;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// The company of `examples/manifests`, applied and planned as a user does it.
final class Company {

  private static final String MANIFESTS = "examples/manifests";

  private static final Map<String, String> KEY =
      Map.of("FIVETRAN_API_KEY", "sandbox_key", "FIVETRAN_API_SECRET", "sandbox_secret");

  private Company() {}

  /// How a run ended: exit code, and what it printed on both streams.
  record Ended(int code, String text) {}

  static Ended apply(URI account, int parallelism) {
    return run(
        "apply",
        "--auto-approve",
        "--api-url=" + account,
        "--parallelism=" + parallelism,
        MANIFESTS);
  }

  static Ended plan(URI account) {
    return run("plan", "--detailed-exitcode", "--api-url=" + account, MANIFESTS);
  }

  /// The same as [#apply], in a process of its own.
  static Process applying(URI account, int parallelism) throws IOException {
    return Child.start(
        KEY,
        "apply",
        "--auto-approve",
        "--api-url=" + account,
        "--parallelism=" + parallelism,
        MANIFESTS);
  }

  private static Ended run(String... arguments) {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    var console =
        new Console(
            writer,
            writer,
            new BufferedReader(new StringReader("")),
            KEY,
            Path.of(""),
            Console.Terminals.NONE);
    int code = Ftctl.run(arguments, console);
    return new Ended(code, text.toString());
  }
}
