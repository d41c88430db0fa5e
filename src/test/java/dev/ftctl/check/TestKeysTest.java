package dev.ftctl.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is read of a file of tests is what its schema says.
class TestKeysTest {

  @Test
  void readerKnowsTheFieldsOfTheSchemaAndNoOthers() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Path.of("schemas/test.schema.json").toFile());
    JsonNode test = schema.at("/properties/tests/items");
    JsonNode expect = test.at("/properties/expect");
    JsonNode change = expect.at("/properties/changes/additionalProperties/anyOf/1");
    JsonNode field = change.at("/properties/fields/additionalProperties/then");

    assertThat(keys(schema)).containsExactlyInAnyOrderElementsOf(TestFile.OF_FILE);
    assertThat(keys(test)).containsExactlyInAnyOrderElementsOf(TestFile.OF_TEST);
    assertThat(keys(test.at("/properties/given/anyOf/1")))
        .containsExactlyInAnyOrderElementsOf(GivenReader.KEYS);
    assertThat(keys(test.at("/properties/plan")))
        .containsExactlyInAnyOrderElementsOf(AskedReader.KEYS);
    assertThat(keys(expect)).containsExactlyInAnyOrderElementsOf(ExpectedReader.KEYS);
    assertThat(keys(expect.at("/properties/errors/items")))
        .containsExactlyInAnyOrderElementsOf(ExpectedReader.OF_ERROR);
    assertThat(keys(change)).containsExactlyInAnyOrderElementsOf(ExpectedReader.OF_CHANGE);
    assertThat(keys(field)).containsExactlyInAnyOrderElementsOf(ExpectedReader.OF_FIELD);
    var actions = new ArrayList<String>();
    change.at("/properties/action/enum").forEach(action -> actions.add(action.asText()));
    assertThat(actions).containsExactlyInAnyOrderElementsOf(ExpectedReader.ACTIONS);
  }

  private static List<String> keys(JsonNode schema) {
    var keys = new ArrayList<String>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
