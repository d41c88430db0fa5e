package dev.ftctl.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A YAML block of a Markdown file.
///
/// @param place file and line of its first line
/// @param text without the fences
record YamlBlock(String place, String text) {

  /// The blocks of README and of all of `docs`, in the order in which they stand there.
  static List<YamlBlock> all() {
    return Stream.concat(Stream.of(Path.of("README.md")), markdown(Path.of("docs")))
        .flatMap(file -> of(file).stream())
        .toList();
  }

  boolean isManifest() {
    boolean isOfAKind = beginsWith("kind:") && !isRollout();
    return isOfAKind || beginsWith("apiVersion:") || beginsWith("for_each:");
  }

  boolean isRollout() {
    return beginsWith("kind: Rollout");
  }

  boolean isProjectFile() {
    return Stream.of("account:", "default_environment:", "secrets:").anyMatch(this::beginsWith);
  }

  @Override
  public String toString() {
    return place;
  }

  private boolean beginsWith(String key) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> line.startsWith(key))
        .isPresent();
  }

  private static Stream<Path> markdown(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<YamlBlock> of(Path file) {
    List<String> lines = lines(file);
    var blocks = new ArrayList<YamlBlock>();
    for (int start = lines.indexOf("```yaml"); start >= 0; ) {
      int end = start + 1 + lines.subList(start + 1, lines.size()).indexOf("```");
      String text = lines.subList(start + 1, end).stream().collect(Collectors.joining("\n"));
      blocks.add(new YamlBlock(file + ":" + (start + 2), text + "\n"));
      int next = lines.subList(end, lines.size()).indexOf("```yaml");
      start = next < 0 ? -1 : end + next;
    }
    return blocks;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
