package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A kind is not finished before there is everything that goes with it.
class KindListTest {

  private static final String DOOR = "src/test/java/dev/ftctl/endtoend";

  static List<String> kinds() {
    return Wanted.KINDS.names();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasRoutesInTheSimulator(String kind) {
    String routes = routes(kind) + "Routes.java";

    assertThat(names("src/main/java/dev/ftctl/sandbox", routes)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasAJsonSchemaForEditors(String kind) {
    String slug = Wanted.KINDS.named(kind).orElseThrow().definition().slug();

    assertThat(Path.of("schemas", slug + ".schema.json")).exists();
    assertThat(read(Path.of("schemas/ftctl.schema.json"))).contains("\"" + kind + "\"");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasAGoldenCaseThatCreatesOne(String kind) {
    String slug = Wanted.KINDS.named(kind).orElseThrow().definition().slug();

    assertThat(Case.all())
        .anyMatch(one -> one.read("plan.txt").contains("+ create   " + slug + "/"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasAnExample(String kind) {
    assertThat(texts("examples", ".yaml"))
        .anyMatch(text -> text.lines().anyMatch(("kind: " + kind)::equals));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasASectionInTheReference(String kind) {
    assertThat(texts("docs/reference", "manifests.md").getFirst().lines())
        .anyMatch(line -> line.matches("## (.* and )?" + kind + "( and .*)?"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasAnExampleInTheReference(String kind) {
    assertThat(texts("docs/reference", "manifests.md").getFirst().lines())
        .contains("kind: " + kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasATestOfItsOwn(String kind) {
    assertThat(names("src/test/java/dev/ftctl", "Test.java"))
        .anyMatch(name -> name.startsWith(kind));
  }

  /// A kind whose example stands apart from the company's has a test of its own that goes through
  /// the user's door.
  @ParameterizedTest
  @MethodSource("kinds")
  void isChangedThroughTheUsersDoor(String kind) {
    assertThat(isChanged(kind) || Files.exists(Path.of(DOOR, kind + "Test.java"))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isNamedLikeItsAddress(String kind) {
    KindDefinition definition = Wanted.KINDS.named(kind).orElseThrow().definition();

    assertThat(definition.slug().replace("-", "")).isEqualToIgnoringCase(kind);
    assertThat(definition.slug()).matches("[a-z]+(-[a-z]+)*");
  }

  private static boolean isChanged(String kind) {
    return NewcomerTest.oneOfEachKind().stream().anyMatch(one -> one.kind().equals(kind));
  }

  /// The simulator names its routes by the API's collections.
  private static String routes(String kind) {
    return switch (kind) {
      case "Connector" -> "Connection";
      case "SchemaSettings" -> "Schema";
      case "ExternalLog", "AccountLog" -> "Log";
      case "ProxyAgent" -> "Proxy";
      case "HybridAgent" -> "Hybrid";
      case "TransformationProject" -> "Project";
      case "PrivateLink" -> "Link";
      case "SdkPackage" -> "PackageFile";
      default -> kind;
    };
  }

  private static List<String> texts(String folder, String ending) {
    return files(folder, ending).stream().map(KindListTest::read).toList();
  }

  private static List<String> names(String folder, String ending) {
    return files(folder, ending).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
