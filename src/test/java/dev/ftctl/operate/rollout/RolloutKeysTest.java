package dev.ftctl.operate.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is read of a rollout is what its schema says.
class RolloutKeysTest {

  @Test
  void readerKnowsTheFieldsOfTheSchemaAndNoOthers() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Path.of("schemas/rollout.schema.json").toFile());

    assertThat(keys(schema)).containsExactlyInAnyOrderElementsOf(RolloutFile.ROOT);
    assertThat(keys(schema.at("/properties/metadata")))
        .containsExactlyInAnyOrderElementsOf(RolloutFile.METADATA);
    assertThat(keys(schema.at("/properties/spec")))
        .containsExactlyInAnyOrderElementsOf(RolloutFile.SPEC);
    assertThat(schema.at("/properties/metadata/properties/name/pattern").asText())
        .isEqualTo("^" + RolloutFile.NAME + "$");
  }

  private static List<String> keys(JsonNode schema) {
    var keys = new ArrayList<String>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
