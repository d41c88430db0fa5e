package dev.ftctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Scale;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class YamlWriterTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261126);
  private static final String ODD =
      "ab0:1 #-~'\"\\\n\t{}[],&*!|>%@`?=<$()./_eEx+\u00e9\ud83d\ude00";

  static Stream<String> treacherous() {
    return Stream.of(
        "",
        " ",
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "N",
        "null",
        "~",
        "true",
        "False",
        "0012",
        "1.10",
        "1e3",
        "0x10",
        "0o7",
        "14:00",
        "2026-11-26",
        "12345678901234567890",
        ".inf",
        ".NaN",
        "-",
        "---",
        "...",
        "- a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "a,b",
        "{a}",
        "[a]",
        "'a'",
        "\"a\"",
        "<<",
        "=",
        "? a",
        "a\\b",
        "a\nb",
        "a\n",
        "\na",
        "a\r\nb",
        " a",
        "a ",
        "a\tb",
        "https://a.example/b?c=d",
        "(env:HOST)",
        "(secret)",
        "a b: c",
        "a:b c",
        "x".repeat(300),
        "word ".repeat(60) + "end");
  }

  @ParameterizedTest
  @MethodSource("treacherous")
  void everyReaderFindsTheTextAgain(String text) {
    String written = YamlWriter.of(Value.Mapping.of(Map.of(text.strip() + "k", Value.text(text))));

    assertReadAs(Map.of(text.strip() + "k", text), written);
  }

  @Test
  void everyReaderFindsAnyTextAgain() {
    var random = new Random(SEED);
    for (int round = 0; round < Scale.of(2_000, 100_000); round++) {
      Map<String, String> texts = Map.of(odd(random), odd(random));
      var entries = new LinkedHashMap<String, Value>();
      texts.forEach((key, text) -> entries.put(key, Value.text(text)));

      assertReadAs(texts, YamlWriter.of(Value.Mapping.of(entries)));
    }
  }

  @Test
  void writesNumbersFlagsNullsAndLists() {
    var document = new LinkedHashMap<String, Value>();
    document.put("port", Value.number(5432));
    document.put("paused", Value.bool(false));
    document.put("cleared", Value.nothing());
    document.put("groups", Value.items(List.of(Value.text("a"), Value.text("no"))));
    document.put("none", Value.items(List.of()));

    String written = YamlWriter.of(Value.Mapping.of(document));

    assertThat(written)
        .isEqualTo(
            """
            port: 5432
            paused: false
            cleared: null
            groups:
              - a
              - "no"
            none: []
            """);
  }

  /// YAML 1.2 as manifests are read, and 1.1 as other programs do.
  private static void assertReadAs(Map<String, String> texts, String written) {
    YamlFile file = Yaml.read("f.yaml", written.getBytes(StandardCharsets.UTF_8));
    assertThat(file.problems()).as(written).isEmpty();
    var mapping = (Node.Mapping) file.documents().getFirst();
    var found = new LinkedHashMap<String, String>();
    mapping.entries().forEach((key, entry) -> found.put(key, ((Node.Scalar) entry.value()).text()));
    assertThat(found).as(written).isEqualTo(texts);
    Object other = new org.yaml.snakeyaml.Yaml().load(written);
    assertThat(other).as(written).isEqualTo(texts);
  }

  private static String odd(Random random) {
    var points = new ArrayList<Integer>(ODD.codePoints().boxed().toList());
    var text = new StringBuilder();
    int length = 1 + random.nextInt(8);
    for (int index = 0; index < length; index++) {
      text.appendCodePoint(points.get(random.nextInt(points.size())));
    }
    return text.toString();
  }
}
