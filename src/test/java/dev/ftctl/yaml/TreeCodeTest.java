package dev.ftctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeCodeTest {

  private static final String SAMPLE =
      """
      kind: Connector # what
      metadata: &meta {name: "orders db", labels: {a: 'b', "c d": ~, e: }}
      spec:
        groups: [one, 'two', "${var:x}"]
        password: hunter22-hunter22
        paused: no
        empty: ""
        umlaut: Größe
        nothing:
        again: *meta
        merged: {<<: *meta, more: 0012}
      ---
      - a
      -   - b
          - {}
          - []
      """;

  @Test
  void givesTheSameTreesWithoutAParser() {
    byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);
    YamlFile parsed = Yaml.read("a.yaml", bytes);

    YamlFile read = TreeCode.read("a.yaml", bytes, code(SAMPLE).orElseThrow()).orElseThrow();

    assertThat(read.documents()).isEqualTo(parsed.documents());
    assertThat(read.lines()).isEqualTo(parsed.lines());
    assertThat(read.problems()).isEmpty();
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("examples"))) {
      return all
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.startsWith("examples/kubernetes"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheSameTreesOfExamples(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    YamlFile parsed = Yaml.read("a.yaml", bytes);

    Optional<byte[]> code = TreeCode.of(parsed, bytes);

    code.ifPresent(known ->
        assertThat(TreeCode.read("a.yaml", bytes, known).orElseThrow().documents())
            .isEqualTo(parsed.documents()));
  }

  @Test
  void holdsNoText() {
    var code = new String(code(SAMPLE).orElseThrow(), StandardCharsets.ISO_8859_1);

    for (String text : List.of("hunter", "orders", "Connector", "labels", "var:x")) {
      assertThat(code).doesNotContain(text);
    }
  }

  /// What does not stand in the file as it is would have to be kept as text.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: \"b\\nc\"",
        "a: 'it''s'",
        "a: |\n  b\n  c\n",
        "a: b\n  c\n",
        "a: !!str 5",
        "a: 😀",
        "a: [",
        "a: 1\na: 2"
      })
  void whatStandsNowhereHasNone(String text) {
    assertThat(code(text)).isEmpty();
  }

  /// Never another tree of the file than a parser would make of some file, and never an exception.
  @Test
  void damagedCodeIsRefusedOrATree() {
    byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);
    byte[] code = code(SAMPLE).orElseThrow();
    for (int at = 0; at < code.length; at++) {
      for (int change : new int[] {1, 0x80, 0xFF}) {
        byte[] damaged = code.clone();
        damaged[at] ^= (byte) change;
        TreeCode.read("a.yaml", bytes, damaged);
      }
      assertThat(TreeCode.read("a.yaml", bytes, Arrays.copyOf(code, at))).isEmpty();
    }
  }

  private static Optional<byte[]> code(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return TreeCode.of(Yaml.read("a.yaml", bytes), bytes);
  }
}
