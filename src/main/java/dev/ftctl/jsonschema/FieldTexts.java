package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// What the fields mean, in a few words each, from `schemas/words.json`: by owner (`metadata`,
/// `Connector`, `Connector.schedule`), then by field.
public record FieldTexts(JsonNode byOwner) {

  private static final String FILE = "/schemas/words.json";

  /// Those that ftctl brings along.
  public static FieldTexts bundled() {
    try (InputStream stream = FieldTexts.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The class path has no " + FILE);
      }
      return new FieldTexts(new ObjectMapper().readTree(stream));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Empty where there are none.
  public String text(String owner, String field) {
    return byOwner.path(owner).path(field).asText();
  }

  /// The schema with its description, where there is one.
  ObjectNode describe(String owner, String field, ObjectNode schema) {
    String text = text(owner, field);
    return text.isEmpty() ? schema : schema.put("description", text);
  }

  /// An object with these properties and no others; null, too, where none is required.
  ///
  /// @param owner of the words that describe the properties
  ObjectNode closed(String owner, ObjectNode properties, List<String> required) {
    properties
        .properties()
        .forEach(entry -> describe(owner, entry.getKey(), (ObjectNode) entry.getValue()));
    ObjectNode closed =
        required.isEmpty() ? SchemaNodes.type("object", "null") : SchemaNodes.type("object");
    closed.set("properties", properties);
    if (!required.isEmpty()) {
      closed.set("required", SchemaNodes.texts(required));
    }
    return closed.put("additionalProperties", false);
  }
}
