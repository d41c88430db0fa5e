package dev.ftctl.examples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.SchemaCheck;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples and the YAML of the documentation are read by the program itself.
final class ExamplesTest {

  private static final Path EXAMPLES = Path.of("examples/manifests");

  @TempDir private Path folder;

  @Test
  void examplesAreReadWithoutAWord() {
    Desired desired = examples();

    assertThat(desired.warnings()).isEmpty();
    assertThat(desired.narrowed()).hasSameSizeAs(desired.resources());
  }

  @Test
  void examplesAreACompanyOfSomeSize() {
    Desired desired = examples();

    assertThat(documents(desired, "group")).hasSize(3);
    assertThat(documents(desired, "destination")).hasSize(3);
    assertThat(documents(desired, "connector")).hasSizeGreaterThanOrEqualTo(12);
    assertThat(documents(desired, "user")).hasSize(5);
    assertThat(documents(desired, "team")).hasSize(2);
    assertThat(documents(desired, "webhook")).hasSize(2);
  }

  @Test
  void twoConnectorsAreFannedOutAndDifferByGroup() {
    Map<String, Set<Value>> frequencies =
        of(examples(), "connector")
            .collect(
                groupingBy(
                    resource -> resource.address().name(),
                    mapping(resource -> resource.spec().get("sync_frequency"), toSet())));

    assertThat(frequencies.values().stream().filter(each -> each.size() > 1)).hasSize(2);
  }

  @Test
  void everyConnectorSaysWhetherItIsPaused() {
    Stream<Resource> connectors = of(examples(), "connector");

    assertThat(connectors)
        .allSatisfy(
            connector -> assertThat(connector.spec().get("paused")).isInstanceOf(Value.Bool.class));
  }

  @Test
  void connectorsAreOfAllNamingFamilies() {
    Catalog catalog = Catalog.bundled();

    assertThat(of(examples(), "connector"))
        .extracting(connector ->
            catalog.connection(connector.spec().text("service")).orElseThrow().naming().name())
        .contains("SCHEMA", "SCHEMA_TABLE", "SCHEMA_PREFIX", "SCHEMA_TABLE_GROUP_NAME");
  }

  @ParameterizedTest
  @MethodSource("manifestBlocks")
  void manifestsInTheDocumentationAreRead(YamlBlock block) throws IOException {
    Path manifests = Files.createDirectory(folder.resolve("manifests"));
    Files.writeString(manifests.resolve("block.yaml"), block.text());
    Files.writeString(
        folder.resolve("ftctl.yaml"),
        "handouts: {vault: {exec: [bin/put]}, agents: {exec: [bin/put]}}\n");
    Files.writeString(manifests.resolve("s3_feeds.csv"), "name,group,prefix\norders,lake,o/\n");
    for (Path place : List.of(folder, manifests)) {
      Path code = Files.createDirectory(place.resolve("dist")).resolve("orders_api.zip");
      Files.write(code, Zips.of("connector.py", "pass"));
    }

    List<Problem> problems = problems(folder, List.of("manifests/block.yaml"));

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("projectBlocks")
  void projectFilesInTheDocumentationAreRead(YamlBlock block) throws IOException {
    Files.writeString(folder.resolve("ftctl.yaml"), block.text());
    for (String place : List.of("manifests", "my-manifests")) {
      Files.createDirectory(folder.resolve(place));
      Files.writeString(
          folder.resolve(place).resolve("group.yaml"), "kind: Group\nmetadata: {name: a}\n");
    }

    List<Problem> problems = problems(folder, List.of());

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("exampleFiles")
  void examplesKeepToTheSchema(Path file) throws IOException {
    var schema = new SchemaCheck("ftctl.schema.json");

    assertThat(SchemaCheck.documents(Files.readString(file)))
        .isNotEmpty()
        .allSatisfy(document -> assertThat(schema.faults(document)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("manifestBlocks")
  void manifestsInTheDocumentationKeepToTheSchema(YamlBlock block) {
    var schema = new SchemaCheck("ftctl.schema.json");

    assertThat(SchemaCheck.documents(block.text()))
        .allSatisfy(document -> assertThat(schema.faults(document)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("rolloutBlocks")
  void rolloutsInTheDocumentationKeepToTheSchema(YamlBlock block) {
    var schema = new SchemaCheck("rollout.schema.json");

    assertThat(SchemaCheck.documents(block.text()))
        .allSatisfy(document -> assertThat(schema.faults(document)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("projectBlocks")
  void projectFilesInTheDocumentationKeepToTheSchema(YamlBlock block) {
    var schema = new SchemaCheck("project.schema.json");

    assertThat(SchemaCheck.documents(block.text()))
        .allSatisfy(document -> assertThat(schema.faults(document)).isEmpty());
  }

  static Stream<Path> exampleFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("examples"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("ftctl.yaml"))
          .filter(file -> !file.toString().endsWith(".test.yaml"))
          .filter(file -> !file.startsWith("examples/kubernetes"))
          .sorted()
          .toList()
          .stream();
    }
  }

  static Stream<YamlBlock> manifestBlocks() {
    return YamlBlock.all().stream().filter(YamlBlock::isManifest);
  }

  static Stream<YamlBlock> rolloutBlocks() {
    return YamlBlock.all().stream().filter(YamlBlock::isRollout);
  }

  static Stream<YamlBlock> projectBlocks() {
    return YamlBlock.all().stream().filter(YamlBlock::isProjectFile);
  }

  private static Desired examples() {
    return read(Path.of(""), List.of(EXAMPLES.toString()));
  }

  private static List<Problem> problems(Path root, List<String> paths) {
    try {
      read(root, paths);
      return List.of();
    } catch (ManifestException broken) {
      return broken.problems().stream().filter(Problem::isError).toList();
    }
  }

  /// Without any environment variable, so that only the defaults count.
  private static Desired read(Path root, List<String> paths) {
    return Manifests.read(
        ReadRequest.plain(new WorkingTree(root), paths, new Redaction(), Instant.EPOCH),
        Kinds.all(Catalog.bundled()));
  }

  private static Set<String> documents(Desired desired, String kind) {
    return of(desired, kind)
        .map(resource -> resource.metadata().name())
        .collect(Collectors.toSet());
  }

  private static Stream<Resource> of(Desired desired, String kind) {
    return desired.resources().stream().filter(resource -> resource.address().kind().equals(kind));
  }
}
