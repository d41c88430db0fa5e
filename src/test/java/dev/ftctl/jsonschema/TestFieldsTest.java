package dev.ftctl.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The fields of files of tests: each has its words, and the reference page has them all.
class TestFieldsTest {

  private static final Path PAGE = Path.of("docs/reference/manifest-tests.md");
  private static final String START = "Made from the schema.\n";

  @Test
  void pageIsMadeOfTheSchema() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(new Schemas(Wanted.KINDS).test());
    JsonNode test = schema.at("/properties/tests/items");
    var tables = new LinkedHashMap<String, JsonNode>();
    tables.put("A file", schema);
    tables.put("A test: what a file may say for all, and", test);
    tables.put("`given`", test.at("/properties/given/anyOf/1"));
    tables.put("`plan`", test.at("/properties/plan"));
    tables.put("`expect`", test.at("/properties/expect"));
    tables.put(
        "A change", test.at("/properties/expect/properties/changes/additionalProperties/anyOf/1"));

    String page = Files.readString(PAGE);
    String top = page.substring(0, page.indexOf(START) + START.length());
    var fields = new StringBuilder();
    tables.forEach((title, node) -> fields.append(table(title, node, schema)));

    Golden.checkFile(PAGE, top + fields);
  }

  private static String table(String title, JsonNode node, JsonNode file) {
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.path("properties").properties()) {
      boolean isTold = !node.equals(file) && file.path("properties").has(field.getKey());
      if (isTold && title.startsWith("A test")) {
        continue;
      }
      String words = field.getValue().path("description").asText();
      assertThat(words).as(title + " " + field.getKey()).isNotEmpty();
      rows.add("| `" + field.getKey() + "` | " + words.replace("|", "\\|") + " |\n");
    }
    assertThat(rows).as(title).isNotEmpty();
    return "\n### " + title + "\n\n| field | what |\n|---|---|\n" + String.join("", rows);
  }
}
