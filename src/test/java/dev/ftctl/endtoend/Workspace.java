package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.files.Disk;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A user's folder and environment, in which commands run inside this process.
final class Workspace {

  private static final Path EXAMPLES = Path.of("examples/manifests");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private Console.Terminals terminals = Console.Terminals.NONE;
  private String typed = "";
  private Sleeper sleeper = Sleeper.REAL;
  private Disk disk = Disk.REAL;
  private Stop stop = new Stop();

  Workspace(Path folder) {
    this.folder = folder;
  }

  /// With a copy of the examples in `manifests`.
  Workspace withExamples() {
    copy(EXAMPLES, folder.resolve("manifests"));
    return this;
  }

  /// With that simulator as the account, which has no quotas.
  Workspace reaching(Sandbox sandbox) {
    return with("FIVETRAN_API_URL", sandbox.url().toString())
        .with("FIVETRAN_API_KEY", sandbox.apiKey())
        .with("FIVETRAN_API_SECRET", sandbox.apiSecret())
        .with("FTCTL_QUOTAS", "none");
  }

  Workspace with(String variable, String text) {
    environment.put(variable, text);
    return this;
  }

  Workspace file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Workspace file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Replaces the only place of a file that reads so.
  Workspace edit(String name, String from, String to) {
    String text = read(name);
    assertThat(text.split(java.util.regex.Pattern.quote(from), -1)).as(from).hasSize(2);
    return file(name, text.replace(from, to));
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path folder() {
    return folder;
  }

  /// From now on somebody, or another program, types that.
  Workspace typing(String text) {
    typed = text;
    return this;
  }

  /// From now on with a terminal as stderr, and as nothing else.
  Workspace onTerminal() {
    terminals = new Console.Terminals(false, false, true);
    return this;
  }

  /// From now on by that clock.
  Workspace at(Clock newClock) {
    clock = newClock;
    return this;
  }

  /// From now on commands wait for what takes time elsewhere in that way.
  Workspace waitingBy(Sleeper newSleeper) {
    sleeper = newSleeper;
    return this;
  }

  /// From now on what is written goes through that.
  Workspace through(Disk newDisk) {
    disk = newDisk;
    return this;
  }

  /// From now on commands hear of signals by that.
  Workspace stoppedBy(Stop newStop) {
    stop = newStop;
    return this;
  }

  Workspace offTerminal() {
    terminals = Console.Terminals.NONE;
    return this;
  }

  /// Runs a command; stdin and stdout are no terminals.
  Ran run(String... arguments) {
    return run(terminals, arguments);
  }

  /// Runs a command whose three streams are terminals.
  Ran runOnTerminal(String... arguments) {
    return run(new Console.Terminals(true, true, true), arguments);
  }

  private Ran run(Console.Terminals which, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader(typed)),
            environment,
            folder,
            which,
            clock,
            disk,
            sleeper);
    int code = Ftctl.run(arguments, console, stop);
    return new Ran(code, out.toString(), err.toString());
  }

  /// Runs a command that has to end well.
  Ran succeed(String... arguments) {
    Ran ran = run(arguments);
    assertThat(ran.code()).as("%s", ran).isZero();
    return ran;
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
