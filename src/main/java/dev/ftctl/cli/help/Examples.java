package dev.ftctl.cli.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Command lines to copy, as help shows them: `examples.tsv`, read when somebody asks for help. A
/// line there holds a command, what an example does, and the example.
final class Examples {

  private static final String FILE = "examples.tsv";

  private Examples() {}

  /// @param command with the program's name, as `ftctl sandbox start`
  static String of(String command) {
    String all =
        lines().stream()
            .map(line -> line.split("\t", -1))
            .filter(parts -> ("ftctl " + parts[0]).equals(command))
            .map(parts -> "  # " + parts[1] + "\n  " + parts[2] + "\n")
            .collect(Collectors.joining());
    return all.isEmpty() ? "" : "\nExamples:\n" + all;
  }

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
