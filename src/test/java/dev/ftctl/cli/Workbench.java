package dev.ftctl.cli;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Stop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A working folder and a console, in which commands run inside the process.
public final class Workbench {
  private static final Path EXAMPLES = Path.of("examples", "manifests");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private Console.Terminals terminals = Console.Terminals.NONE;

  public Workbench(Path folder) {
    this.folder = folder;
  }

  /// What a command left behind.
  public record Ran(int code, String out, String err) {}

  /// With a copy of the example company in `manifests`.
  static Workbench ofExample(Path folder) {
    var bench = new Workbench(folder);
    copy(EXAMPLES, folder.resolve("manifests"));
    return bench;
  }

  /// With a copy of everything in another working folder, the simulator's account included.
  static Workbench copyOf(Path other, Path folder) {
    copy(other, folder);
    return new Workbench(folder);
  }

  Workbench with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Workbench onTerminalAnswering(String line) {
    input = line + "\n";
    terminals = new Console.Terminals(true, true, true);
    return this;
  }

  public Workbench holding(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, text);
      return this;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  Workbench edit(String file, String from, String to) {
    String text = read(file);
    if (!text.contains(from)) {
      throw new AssertionError(file + " does not hold " + from);
    }
    return holding(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public Ran run(String... arguments) {
    return run(new Stop(), arguments);
  }

  public Ran run(Stop stop, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader(input)),
            environment,
            folder,
            terminals);
    int code = Ftctl.run(arguments, console, stop);
    return new Ran(code, out.toString(), err.toString());
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
