package dev.ftctl.export.terraform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON to values.
final class Json {

  private static final int DEEPEST = 200;
  private static final int LONGEST = 100_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST)
                  .build())
          .build();

  private Json() {}

  /// The value of a file.
  ///
  /// @throws ManifestException when it is no JSON, with the place
  static Value file(String file, String text) {
    try {
      return read(text);
    } catch (JacksonException broken) {
      throw refused(
          at(file, broken.getLocation()),
          "broken-json",
          "is no JSON: " + told(broken),
          "Give a state as Terraform wrote it, or what `terraform show -json` prints.");
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
  }

  /// Without the words that stand there, which may be a secret.
  private static String told(JacksonException broken) {
    return broken.getOriginalMessage().replaceAll("(?s)\\s*[('\"\\n\\r:].*", "").strip();
  }

  /// A text inside of a state; empty when it is no JSON.
  static Optional<Value> text(String text) {
    try {
      return Optional.of(read(text));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  static ManifestException refused(SourceLocation at, String rule, String what, String fix) {
    return new ManifestException(
        List.of(Problem.error(at, rule, "terraform state", what, fix)), new Sources());
  }

  private static SourceLocation at(String file, JsonLocation at) {
    return at == null
        ? SourceLocation.of(file, 1, 1)
        : SourceLocation.of(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private static Value read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "the file is empty");
      }
      Value value = value(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something follows the value");
      }
      return value;
    }
  }

  private static Value value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> Value.text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Value.Num(parser.getDecimalValue(), Origin.LIVE);
      case VALUE_TRUE -> Value.bool(true);
      case VALUE_FALSE -> Value.bool(false);
      case VALUE_NULL -> Value.nothing();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new JsonParseException(parser, "unexpected " + parser.currentToken());
    };
  }

  private static Value mapping(JsonParser parser) throws IOException {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      entries.put(key, value(parser));
    }
    return Value.Mapping.of(entries);
  }

  private static Value items(JsonParser parser) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return Value.items(items);
  }
}
