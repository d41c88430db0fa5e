package dev.ftctl.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The committed schemas are what the tables say, and are schemas.
final class SchemasTest {

  private static final Path FOLDER = Path.of("schemas");
  private static final String META = "http://json-schema.org/draft-07/schema#";
  private static final Map<String, String> MADE = new Schemas(Wanted.KINDS).files();

  @ParameterizedTest
  @MethodSource("files")
  void committedFileIsWhatTheTablesSay(String file) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FOLDER.resolve(file), MADE.get(file));
    }

    assertThat(FOLDER.resolve(file)).content().isEqualTo(MADE.get(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileKeepsToTheMetaSchema(String file) {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SchemaLocation.of(META));

    assertThat(meta.validate(MADE.get(file), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyReferenceLeadsSomewhere(String file) throws IOException {
    JsonNode schema = new ObjectMapper().readTree(MADE.get(file));

    assertThat(schema.findValuesAsText("$ref").stream().distinct())
        .allSatisfy(reference ->
            assertThat(schema.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
  }

  @Test
  void everyFieldOfEveryKindHasItsWords() {
    JsonNode words = FieldTexts.bundled().byOwner();

    assertThat(Wanted.KINDS.kinds().stream().map(kind -> kind.definition()))
        .allSatisfy(kind ->
            assertThat(
                    fields(kind)
                        .filter(field -> words.path(kind.name()).path(field).isMissingNode()))
                .as(kind.name())
                .isEmpty());
  }

  static Stream<String> files() {
    return MADE.keySet().stream();
  }

  private static Stream<String> fields(KindDefinition kind) {
    var table = kind.fields(Value.Mapping.EMPTY);
    return table.all().stream()
        .map(Field::name)
        .filter(name -> table.fanOut().isEmpty() || !name.equals("group"));
  }
}
