package dev.ftctl.catalog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultExtractionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enum SIX TWELVE | Months of history. Default value: `TWELVE` . | TWELVE",
        "enum OFF ON | Possible values: OFF, ON. Default value is \"OFF\". | OFF",
        "enum Basic OAuth2 | (Optional) The way (default value is `Basic`) | Basic",
        "integer | Between 50 and 90 (default value = `90`) | 90",
        "integer | A window of 7 days at most. The default is 2 days. | 2",
        "boolean | Whether to sync it. Default value: `TRUE`. | true",
        "boolean | BigQuery use workspace; default is false | false",
        "boolean | By default, the value is set to true. | ''",
        "enum ALL_TIME DATE_LIMIT | Default value: `All Time`. | ''",
        "enum A B | Default value: `AllAccounts`. | ''",
        "string | The name. Default value: `data-locker-hourly/`. | ''",
        "string | The name. Default value: `raw`. | ''",
        "integer | Default REST API call limit per day: 150,000. | ''",
        "integer | | ''"
      })
  void wordsStateWhatTheFieldTakes(String type, String words, String value) {
    ObjectNode schema = JSON.createObjectNode().put("description", words);
    if (type.startsWith("enum ")) {
      ArrayNode values = schema.putArray("enum");
      Stream.of(type.substring("enum ".length()).split(" ")).forEach(values::add);
    } else {
      schema.put("type", type);
    }

    assertThat(DefaultExtraction.of(schema).orElse("")).isEqualTo(value);
  }

  @Test
  void eachIsALineOfServiceFieldAndValue() throws JsonProcessingException {
    var defaults = new DefaultExtraction();
    defaults.add("s3", JSON.readTree("{}"));
    defaults.add(
        "s3",
        JSON.readTree(
            """
            {"properties": {
              "list": {"enum": ["all", "new"], "description": "Default: all"},
              "hidden": {"type": "boolean", "description": "Default: false"}}}
            """));
    defaults.add(
        "ftp",
        JSON.readTree(
            "{\"properties\":{\"port\":{\"type\":\"integer\",\"description\":\"Default: 21\"}}}"));

    assertThat(defaults.text()).isEqualTo("ftp\tport\t21\ns3\thidden\tfalse\ns3\tlist\tall\n");
  }
}
