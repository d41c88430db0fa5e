package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Wrong manifests are told with their place and a look at the line, and nothing is asked of the
/// account.
class BadInputTest {

  private static final Path CORPUS = Path.of("src/test/resources/broken");
  private static final String PLACED = "error: \\S+:\\d+:\\d+: \\S.*";
  private static final String STACK_TRACE = "(?s).*(\\.java:\\d+\\)|Exception).*";

  private static final Lab LAB = new Lab();

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    LAB.forget();
  }

  @AfterAll
  static void close() {
    LAB.close();
  }

  static List<Path> corpus() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS)) {
      return folders.sorted().toList();
    }
  }

  @Test
  void corpusIsLarge() throws IOException {
    assertThat(corpus()).hasSizeGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void isToldWithItsPlaceBeforeAnyRequest(Path broken) throws IOException {
    Workspace.copy(broken, folder);
    List<String> places =
        Files.readString(broken.resolve("expected.txt"))
            .lines()
            .filter(line -> !line.startsWith(" "))
            .toList();

    for (String command : List.of("validate", "plan", "apply")) {
      Ran ran = workspace().run(command);

      isRefused(ran);
      assertThat(ran.err().lines().filter(line -> line.matches(PLACED))).hasSameSizeAs(places);
      assertThat(ran.err()).satisfiesAnyOf(BadInputTest::showsTheLine, BadInputTest::isEmptyFile);
    }
    assertThat(LAB.sandbox().requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void isToldInJsonToo(Path broken) {
    Workspace.copy(broken, folder);

    Ran ran = workspace().run("plan", "--format", "json");

    JsonNode json = ran.json();
    assertThat(ran.code()).isEqualTo(65);
    assertThat(json.path("exit_code").asInt()).isEqualTo(65);
    assertThat(json.path("problems"))
        .anySatisfy(problem -> {
          assertThat(problem.path("file").asText()).isNotEmpty();
          assertThat(problem.path("line").asInt()).isPositive();
          assertThat(problem.path("column").asInt()).isPositive();
        });
    assertThat(ran.all()).doesNotMatch(STACK_TRACE);
    assertThat(LAB.sandbox().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "plan"})
  void tenMegabytesAreTooMuch(String command) {
    String line = "# " + "x".repeat(97) + "\n";

    Ran ran = workspace().file("manifests/m.yaml", line.repeat(100_001)).run(command);

    isRefused(ran);
    assertThat(LAB.sandbox().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomBytesAreNoManifest(long seed) {
    byte[] bytes = new byte[4096];
    new Random(seed).nextBytes(bytes);

    Ran ran = workspace().file("manifests/m.yaml", bytes).run("validate");

    isRefused(ran);
  }

  @Test
  void anchorsThatMultiplyEndSoon() {
    var text = new StringBuilder("kind: Group\nmetadata: {name: x}\nspec:\n  a0: &a0 [x, x]\n");
    for (int level = 1; level <= 40; level++) {
      text.append("  a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(level, level - 1));
    }

    Ran ran = workspace().file("manifests/m.yaml", text.toString()).run("plan");

    isRefused(ran);
    assertThat(LAB.sandbox().requests()).isEmpty();
  }

  @Test
  void groupThatNobodyHasIsToldWhenTheAccountIsKnown() {
    Workspace workspace =
        workspace()
            .file(
                "manifests/m.yaml",
                """
                kind: Connector
                metadata: {name: budget}
                spec:
                  service: google_sheets
                  groups: [finanze]
                  paused: true
                  config: {schema: planning, table: budget, sheet_id: x, named_range: y}
                """);

    Ran validated = workspace.run("validate");
    Ran planned = workspace.run("plan");

    assertThat(validated.code()).as("%s", validated).isZero();
    isRefused(planned);
    assertThat(planned.err()).contains("error: manifests/m.yaml:5:12: ").contains("finanze");
    assertThat(LAB.sandbox().requests())
        .isNotEmpty()
        .allMatch((RequestRecord request) -> request.method().equals("GET"));
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnce() {
    Workspace workspace = workspace().withExamples();
    workspace.edit("manifests/shop/orders.yaml", "  service: postgres", "  servce: postgres");
    workspace.edit("manifests/shop/clickstream.yaml", "paused: false", "pausd: false");
    workspace.edit(
        "manifests/people/teams.yaml",
        "kind: Team\nmetadata: {name: data",
        "kind: Tem\nmetadata: {name: data");

    Ran ran = workspace.run("validate");

    isRefused(ran);
    assertThat(ran.err().lines().filter(line -> line.startsWith("error: ")))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("error: manifests/people/teams.yaml:2:7: "),
            second -> assertThat(second).startsWith("error: manifests/shop/clickstream.yaml:"),
            third -> assertThat(third).startsWith("error: manifests/shop/orders.yaml:10:"));
  }

  private Workspace workspace() {
    return new Workspace(folder).reaching(LAB.sandbox());
  }

  /// Exit 65, each error with its place, and no stack trace.
  private static void isRefused(Ran ran) {
    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines().filter(line -> line.startsWith("error: ")))
        .isNotEmpty()
        .allMatch(line -> line.matches(PLACED));
    assertThat(ran.err()).doesNotMatch(STACK_TRACE);
  }

  private static void showsTheLine(String text) {
    assertThat(text.lines()).anyMatch(line -> line.matches(" +\\| *\\^+.*"));
  }

  /// There is no line to show.
  private static void isEmptyFile(String text) {
    assertThat(text).contains("the file holds no document").contains("1 error in 1 file");
  }
}
