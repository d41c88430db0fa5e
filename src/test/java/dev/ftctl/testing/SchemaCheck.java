package dev.ftctl.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Documents against a committed schema, by a validator that knows nothing of ftctl.
public final class SchemaCheck {

  /// A part that another committed schema describes, which is a check of its own.
  private static final String OTHER_FILE = "\"[$]ref\": \"[a-z-]+[.]schema[.]json(#[^\"]*)?\"";

  private final Schema schema;

  /// @param file below `schemas`
  public SchemaCheck(String file) {
    try {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(
                  Files.readString(Path.of("schemas", file))
                      .replaceAll(OTHER_FILE, "\"type\": \"object\""));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public List<Error> faults(JsonNode document) {
    return schema.validate(document);
  }

  /// The documents of a YAML text, typed as YAML 1.2's core schema types them.
  public static List<JsonNode> documents(String yaml) {
    return Yaml.read("block.yaml", yaml.getBytes(StandardCharsets.UTF_8)).documents().stream()
        .map(SchemaCheck::json)
        .toList();
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case Node.Mapping mapping -> {
        var object = JsonNodeFactory.instance.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
        yield object;
      }
      case Node.Sequence sequence -> {
        var array = JsonNodeFactory.instance.arrayNode();
        sequence.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Node.Refused refused -> throw new AssertionError("refused: " + refused);
      case Node.Scalar scalar ->
          switch (Core.value(scalar.text(), scalar.isPlain(), Origin.LIVE)) {
            case Value.Num number -> JsonNodeFactory.instance.numberNode(number.number());
            case Value.Bool bool -> JsonNodeFactory.instance.booleanNode(bool.flag());
            case Value.Null nothing -> JsonNodeFactory.instance.nullNode();
            case Value other -> JsonNodeFactory.instance.textNode(scalar.text());
          };
    };
  }
}
