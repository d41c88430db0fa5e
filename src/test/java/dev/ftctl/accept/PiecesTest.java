package dev.ftctl.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists and mappings that become others keep what stands between their pieces.
class PiecesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: [x]  # why        | 0     | w   | a: [w]  # why
          a: [x, '${v}', z]    | 0 2   |     | a: ['${v}']
          a: [x, y, z]         | 1 2   |     | a: [x]
          a: [x, y]            | 0 1   | p q | a: [p, q]
          a: [x]               | 0     |     | a: []
          """)
  void setInBracketsIsWrittenAtOnce(String text, String gone, @Nullable String more, String after) {
    assertThat(items(text + "\n", gone, more)).contains(after + "\n");
  }

  @Test
  void setInLinesTakesWhatComesForWhatGoes() {
    String text = "a:\n  - x  # first\n  - y\nb: 1\n";

    assertThat(items(text, "0 1", "z")).contains("a:\n  - z  # first\nb: 1\n");
    assertThat(items(text, "1", "z")).contains("a:\n  - x  # first\n  - z\nb: 1\n");
    assertThat(items("a:\n  - x\n", "0", "w")).contains("a:\n  - w\n");
  }

  @Test
  void commentsBetweenFieldsStay() {
    String text =
        """
        a:
          # Which.
          type: DAILY
          at: "06:30"  # UTC
          steps:
            - name: one  # the first
              run: build
            - {name: two, run: test}
        """;
    Value.Mapping wanted =
        Value.Mapping.of(Map.of())
            .with("type", Value.text("HOURLY"))
            .with("every", Value.number(60))
            .with(
                "steps",
                Value.items(
                    List.of(
                        Value.Mapping.of(Map.of())
                            .with("name", Value.text("three"))
                            .with("run", Value.text("build")))));
    EditedFile file = EditedFile.of("a.yaml", text).orElseThrow();
    var pieces =
        new Pieces(
            file,
            (mapping, more) ->
                more.forEach((key, value) -> file.put(mapping, key, value, Optional.empty())));

    assertThat(pieces.set(at(file), wanted)).isTrue();

    assertThat(file.result())
        .contains(
            """
            a:
              # Which.
              type: HOURLY
              # UTC
              steps:
                - name: three  # the first
                  run: build
              every: 60
            """);
  }

  private static Optional<String> items(String text, String gone, @Nullable String more) {
    EditedFile file = EditedFile.of("a.yaml", text).orElseThrow();
    var pieces = new Pieces(file, (mapping, added) -> {});
    List<Integer> places = words(gone).map(Integer::valueOf).toList();
    boolean isWhole = pieces.items(at(file), places, words(more).map(Value::text).toList());
    return isWhole ? file.result() : Optional.empty();
  }

  private static Stream<String> words(@Nullable String text) {
    return text == null ? Stream.of() : Stream.of(text.split(" "));
  }

  private static Spot at(EditedFile file) {
    return file.documents().getFirst().get("a").orElseThrow();
  }
}
