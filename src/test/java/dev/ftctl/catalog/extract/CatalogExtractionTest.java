package dev.ftctl.catalog.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class CatalogExtractionTest {
  private static final Path CATALOG = Path.of("schemas", "catalog");
  private static final Path EXCERPT = Path.of("src", "test", "resources", "catalog");

  @Test
  void makesOneSortedLineOfFactsForEachService() throws IOException {
    var extraction = new CatalogExtraction(json(EXCERPT.resolve("openapi.json")), supplement());

    assertThat(extraction.connectionLines())
        .isEqualTo(Files.readAllLines(EXCERPT.resolve("connections.jsonl")));
    assertThat(extraction.destinationLines())
        .isEqualTo(Files.readAllLines(EXCERPT.resolve("destinations.jsonl")));
  }

  @Test
  void hasTheLinesOfBothKindsWithANewlineEach() throws IOException {
    var extraction = new CatalogExtraction(json(EXCERPT.resolve("openapi.json")), supplement());

    assertThat(extraction.files())
        .containsOnly(
            entry("connections.jsonl", Files.readString(EXCERPT.resolve("connections.jsonl"))),
            entry("destinations.jsonl", Files.readString(EXCERPT.resolve("destinations.jsonl"))),
            entry("logs.jsonl", ""),
            entry("private-links.jsonl", ""),
            entry("defaults.tsv", ""));
  }

  @Test
  void refusesNamingKeysThatNoFamilyHas() throws IOException {
    var document =
        new ObjectMapper()
            .readTree(
                """
                {"components": {"schemas": {
                  "NewConnectorRequestV1": {"discriminator": {"mapping": {"odd": "#/x/odd"}}},
                  "odd": {"allOf": [{"$ref": "#/x/schema_format_odd"}]},
                  "schema_format_odd": {"properties": {"config": {"required": ["shelf"]}}}}}}
                """);
    var extraction = new CatalogExtraction(document, supplement());

    assertThatThrownBy(extraction::connectionLines).hasMessage("odd: unknown naming keys [shelf]");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "FTCTL_OPENAPI", matches = ".+")
  void makesTheCommittedFilesFromTheDocument(@TempDir Path folder) throws IOException {
    var document = json(Path.of(System.getenv("FTCTL_OPENAPI")));
    var target = Boolean.getBoolean("golden.update") ? CATALOG : folder;

    for (var file : new CatalogExtraction(document, supplement()).files().entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
      assertThat(target.resolve(file.getKey()))
          .hasSameTextualContentAs(CATALOG.resolve(file.getKey()));
    }
  }

  private static Supplement supplement() throws IOException {
    return Supplement.of(json(CATALOG.resolve("supplement.json")));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
