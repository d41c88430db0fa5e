package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is the same for all kinds knows none of them by name; a group is [dev.ftctl.model.Group], a
/// word of the language.
final class KindNamesTest {
  private static final Path MAIN = Path.of("src/main/java/dev/ftctl");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

  private static final Set<String> NAMES =
      Wanted.KINDS.kinds().stream()
          .map(kind -> kind.definition())
          .flatMap(kind -> Stream.concat(Stream.of(kind.slug()), kind.names().stream()))
          .collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "live", "diff", "plan", "apply", "jsonschema"})
  void roomKnowsNoKindByName(String room) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN.resolve(room))) {
      Stream<String> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .flatMap(file -> names(read(file)).map(name -> file.getFileName() + ": " + name));

      assertThat(found).isEmpty();
    }
  }

  @Test
  void namesInLiteralsAreSeen() {
    Stream<String> found =
        names(
            """
            /// Of "webhook" speaks only the comment.
            a("the group \\"team\\"", "connector/", "Connection", "schema-settings");
            b("user/ada", "group", "groups");
            """);

    assertThat(found)
        .containsExactly("connector/", "Connection", "schema-settings", "user/ada", "group");
  }

  /// Literals that are the name of a kind, or an address of one.
  private static Stream<String> names(String source) {
    return LITERAL
        .matcher(COMMENT.matcher(source).replaceAll(""))
        .results()
        .map((MatchResult literal) -> literal.group(1))
        .filter(text -> NAMES.contains(text.replaceFirst("/.*", "")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
