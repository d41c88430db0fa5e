package dev.ftctl.example;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One document of `schemas/examples.yaml`: its lines, and what they say once the fields that stand
/// there as comments are said, too. Lines are counted from one.
///
/// @param lines as they stand in the file
/// @param root of what they say
record Sketch(List<String> lines, Node.Mapping root) {

  private static final String FILE = "/schemas/examples.yaml";
  private static final Pattern ASIDE = Pattern.compile("^( +)# (?=[a-z_]+: )");

  /// @param kind as manifests write it
  static Sketch of(String kind) {
    return Stream.of(text().split("(?m)^---\n"))
        .map(document -> document.lines().toList())
        .filter(lines -> lines.contains("kind: " + kind))
        .map(Sketch::read)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(FILE + " has no " + kind));
  }

  private static Sketch read(List<String> lines) {
    String said =
        String.join(
            "\n", lines.stream().map(line -> ASIDE.matcher(line).replaceFirst("$1")).toList());
    YamlFile read = Yaml.read(FILE, said.getBytes(StandardCharsets.UTF_8));
    if (!read.problems().isEmpty() || !(read.documents().getFirst() instanceof Node.Mapping root)) {
      throw new IllegalStateException(FILE + ": " + read.problems());
    }
    return new Sketch(lines, root);
  }

  private static String text() {
    try (InputStream stream = Sketch.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The class path has no " + FILE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Node.Mapping mapping(String name) {
    return root.get(name)
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .orElseGet(() -> Node.Mapping.empty(SourceLocation.NONE));
  }

  String name() {
    return mapping("metadata").get("name").map(Sketch::text).orElse("");
  }

  /// What is said of the kind, above its document.
  List<String> head() {
    return lines.subList(0, start() - 1);
  }

  /// The first line behind the head.
  int start() {
    return 1 + (int) lines.stream().takeWhile(line -> line.startsWith("#")).count();
  }

  int size() {
    return lines.size();
  }

  String line(int number) {
    return lines.get(number - 1);
  }

  boolean asksForVariables() {
    return lines.stream().anyMatch(line -> line.contains("${env:"));
  }

  /// Whether a line begins with that key, but for the dash of an item.
  boolean isFirst(SourceLocation key) {
    String before =
        line(key.line()).replaceFirst(ASIDE.pattern(), "$1").substring(0, key.column() - 1);
    return before.replace("-", "").isBlank();
  }

  /// The mappings that a value is or lists.
  static List<Node.Mapping> mappings(Node value) {
    return switch (value) {
      case Node.Mapping mapping -> List.of(mapping);
      case Node.Sequence sequence ->
          sequence.items().stream().flatMap(item -> mappings(item).stream()).toList();
      case Node.Scalar scalar -> List.of();
      case Node.Refused refused -> List.of();
    };
  }

  static String text(Node value) {
    return value instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  /// The last line on which something of it stands.
  static int lastLine(Node node) {
    int own = node.place().line();
    return switch (node) {
      case Node.Mapping mapping ->
          mapping.entries().values().stream()
              .mapToInt(entry -> Math.max(entry.keyPlace().line(), lastLine(entry.value())))
              .reduce(own, Math::max);
      case Node.Sequence sequence ->
          sequence.items().stream().mapToInt(Sketch::lastLine).reduce(own, Math::max);
      case Node.Scalar scalar -> own;
      case Node.Refused refused -> own;
    };
  }
}
