package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ftctl.testing.program.PackedProgram;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A job on a runner: a checkout, variables, and a PATH that holds what runners have and nothing
/// else. Its `ftctl` does as it is told, unless it is the real one.
final class Job {

  private static final List<String> TOOLS =
      List.of(
          "awk", "base64", "bash", "cat", "chmod", "dirname", "env", "git", "grep", "gzip", "head",
          "mkdir", "mktemp", "od", "printf", "rm", "sed", "sh", "sleep", "tail", "tar", "tee", "tr",
          "uname", "xargs");

  final Path checkout;
  private final Path home;
  private final Path bin;
  private final Map<String, String> variables = new LinkedHashMap<>();

  Job(Path folder) {
    try {
      home = Files.createDirectories(folder);
      checkout = Files.createDirectories(folder.resolve("checkout"));
      bin = Files.createDirectories(folder.resolve("bin"));
      Files.createDirectories(folder.resolve("temp"));
      for (String tool : TOOLS) {
        link(tool, found(tool).orElseThrow(() -> new AssertionError("no " + tool)));
      }
      for (String tool : List.of("sha256sum", "shasum", "perl")) {
        found(tool).ifPresent(real -> link(tool, real));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    for (String tool : List.of("curl", "jq")) {
      Optional<Path> real = found(tool);
      assumeTrue(real.isPresent(), tool + " is not on this machine; runners have it");
      link(tool, real.get());
    }
  }

  Job with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /// From now on without a program that runners have.
  Job without(String tool) throws IOException {
    Files.delete(bin.resolve(tool));
    return this;
  }

  Job program(String name, String text) {
    try {
      Path file = bin.resolve(name);
      // A link there leads to a program of this machine.
      Files.deleteIfExists(file);
      Files.writeString(file, "#!/usr/bin/env bash\n" + text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The real program, in a JVM of its own.
  Job realFtctl() {
    return program(
        "ftctl",
        PackedProgram.command().stream()
            .collect(Collectors.joining("' '", "exec '", "' \"$@\"\n")));
  }

  /// One that prints these texts and ends so; whatever it is asked goes to a file, `-o` leaves one,
  /// and `validate` and `show` end well.
  Job ftctl(int code, String out, String err) {
    file("canned/out", out);
    file("canned/err", err);
    return with("CANNED", home.resolve("canned").toString())
        .program(
            "ftctl",
            """
            { printf '[%%s]' "$@"; echo; } >>"$CANNED/asked"
            env >"$CANNED/env-of-$1"
            case $1 in
              validate) [ "$2$3" != --formatgitlab ] || { cat "$CANNED/quality"; exit "${VALID:-0}"; }
                echo "Valid: 1 manifest, 1 resource."; exit "${VALID:-0}" ;;
              show) cat "$CANNED/shown" 2>/dev/null || echo "the plan, as text"; exit ;;
            esac
            while [ $# -gt 0 ]; do
              case $1 in -o | --report | --journal) echo '{}' >"$2" ;; esac
              shift
            done
            cat "$CANNED/out"
            cat "$CANNED/err" >&2
            exit %d
            """
                .formatted(code));
  }

  /// A file of the runner, outside of the checkout.
  Job file(String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String read(String name) {
    try {
      Path file = home.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// What the stub was asked, a line each.
  List<String> asked() {
    return read("canned/asked").lines().toList();
  }

  Path folder(String name) {
    return home.resolve(name);
  }

  /// Runs a program in the checkout; what it prints to either stream is one text.
  Ended run(String... command) {
    return run(Map.of(), command);
  }

  /// With variables of that step alone.
  Ended run(Map<String, String> more, String... command) {
    try {
      var words = new ArrayList<>(List.of(command));
      words.set(0, bin.resolve(words.getFirst()).toString());
      var builder = new ProcessBuilder(words).directory(checkout.toFile());
      builder.environment().clear();
      builder.environment().putAll(variables);
      builder.environment().putAll(more);
      builder.environment().put("PATH", bin.toString());
      builder.environment().put("HOME", home.toString());
      Path log = home.resolve("log-" + System.nanoTime());
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      process.getOutputStream().close();
      int code = process.waitFor();
      return new Ended(code, Files.readString(log, StandardCharsets.UTF_8), this);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /// @param log of both streams
  record Ended(int code, String log, Job job) {

    String summary() {
      return job.read("summary");
    }

    /// Of each step that ran in the job.
    Map<String, String> outputs() {
      var outputs = new LinkedHashMap<String, String>();
      job.read("outputs")
          .lines()
          .forEach(line -> {
            assertThat(line).matches("[a-z-]+=.*");
            outputs.put(line.split("=", 2)[0], line.split("=", 2)[1]);
          });
      return outputs;
    }
  }

  /// Everything that was left in files, but for what a checkout or a stub brought.
  String leftBehind() throws IOException {
    var texts = new StringBuilder();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(bin) && !file.startsWith(home.resolve("canned"))) {
          texts.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts.toString();
  }

  private void link(String tool, Path real) {
    try {
      Files.createSymbolicLink(bin.resolve(tool), real);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Optional<Path> found(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
