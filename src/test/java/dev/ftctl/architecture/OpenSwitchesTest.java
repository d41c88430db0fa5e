package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A shape, a value or a part that joins must not compile before every switch says what it means.
final class OpenSwitchesTest {
  private static final Path MAIN = Path.of("src/main/java");

  private static final String AROUND =
      """
      package dev.ftctl.snippet;
      class Snippet {
        sealed interface Sort {}
        sealed interface Few extends Sort {}
        record One() implements Few {}
        record Two(Sort inner) implements Sort {}
        enum Word { YES, NO }
        static Word word() { return Word.YES; }
        static int of(Sort sort, Word word, String text, Object any) {
          %s
        }
      }
      """;

  @Test
  void programDecidesEveryCaseOfItsOwnTypes() throws IOException {
    try (Stream<Path> all = Files.walk(MAIN);
        StandardJavaFileManager files =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<Path> sources =
          all.filter(file -> file.toString().endsWith(".java") && holdsSwitch(file)).toList();

      OpenSwitches.Found found = OpenSwitches.in(files.getJavaFileObjectsFromPaths(sources));

      assertThat(found.places()).isEmpty();
      assertThat(found.looked()).isGreaterThan(50);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return switch (sort) { case One one -> 1; default -> 2; };",
        "switch (sort) { case One one -> { return 1; } default -> { return 2; } }",
        "switch (sort) { case One one: return 1; default: return 2; }",
        "return switch (sort) { case One one -> 1; case null, default -> 2; };",
        "return switch (sort) { case One one -> 1; case Sort other -> 2; };",
        "return switch (sort) { case One one -> 1; case Object other -> 2; };",
        "return switch (word) { case YES -> 1; default -> 2; };",
        "switch (word()) { case YES: return 1; default: return 2; }",
        "return any == null ? switch (sort) { case One one -> 1; default -> 2; } : 0;",
        "return switch (text) { case \"\" -> switch (sort) { default -> 1; }; default -> 2; };",
      })
  void switchThatTakesTheRestIsFound(String body) throws IOException {
    String snippet = AROUND.formatted(body);

    OpenSwitches.Found found = OpenSwitches.in(List.of(source(snippet)));

    assertThat(found.places()).singleElement().asString().startsWith("Snippet.java:10 (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return switch (sort) { case One one -> 1; case Two two -> 2; };",
        "return switch (sort) { case Few few -> 1; case Two two -> 2; };",
        "return switch (sort) { case Sort s when s == any -> 0; case Few f -> 1; case Two t -> 2;"
            + " };",
        "return switch (sort) { case Two(One one) -> 0; case One one -> 1; case Two two -> 2; };",
        "return switch (word) { case YES -> 1; case NO -> 2; };",
        "return switch (text) { case \"one\" -> 1; default -> 2; };",
        "return switch (any) { case One one -> 1; default -> 2; };",
        "return switch (Thread.currentThread().getState()) { case NEW -> 1; default -> 2; };",
      })
  void switchThatDecidesEachCaseOrIsOverOthersTypesIsNotFound(String body) throws IOException {
    String snippet = AROUND.formatted(body);

    OpenSwitches.Found found = OpenSwitches.in(List.of(source(snippet)));

    assertThat(found.places()).isEmpty();
  }

  @Test
  void sourceThatDoesNotCompileIsNoProof() {
    String snippet = AROUND.formatted("return switch (unknown) { default -> 1; };");

    assertThatThrownBy(() -> OpenSwitches.in(List.of(source(snippet))))
        .hasMessageContaining("unknown");
  }

  private static boolean holdsSwitch(Path file) {
    try {
      return Files.readString(file).contains("switch (");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("text:///dev/ftctl/snippet/Snippet.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean isLenient) {
        return text;
      }
    };
  }
}
