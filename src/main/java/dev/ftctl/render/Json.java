package dev.ftctl.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// JSON as ftctl prints it: two blanks deep, keys in the order of their making, one line end at the
/// end.
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of our own is always written", impossible);
    }
  }

  /// What a document of ftctl's own says.
  static JsonNode read(String document) {
    try {
      return MAPPER.readTree(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a document of our own is always read", impossible);
    }
  }

  public static ArrayNode texts(Collection<String> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }

  /// What each item of an array is; nothing of what is no array.
  public static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
    var list = new ArrayList<T>();
    array.forEach(item -> list.add(reading.apply(item)));
    return list;
  }

  /// Adds `file`, `line` and `column`, or nothing when the place is in no file.
  public static void putPlace(ObjectNode node, SourceLocation place) {
    if (place.isKnown()) {
      node.put("file", place.file()).put("line", place.line()).put("column", place.column());
    }
  }

  /// The value, but for what must not be shown: secrets are the text `(secret)`, texts from the
  /// environment or a file their source.
  public static JsonNode of(Value value) {
    boolean isHidden = value.origin().printsAsSource() && !(value instanceof Value.Reference);
    return switch (value) {
      case Value.Secret secret -> JsonNodeFactory.instance.textNode(secret.toString());
      case Value shown when isHidden -> JsonNodeFactory.instance.textNode(shown.display());
      case Value.Absent absent -> JsonNodeFactory.instance.missingNode();
      case Value.Null nothing -> JsonNodeFactory.instance.nullNode();
      case Value.Text text -> JsonNodeFactory.instance.textNode(text.text());
      case Value.Num number -> JsonNodeFactory.instance.numberNode(number.number());
      case Value.Bool bool -> JsonNodeFactory.instance.booleanNode(bool.flag());
      case Value.Reference reference ->
          JsonNodeFactory.instance.textNode(reference.target().toString());
      case Value.Items items -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.items().forEach(item -> array.add(of(item)));
        yield array;
      }
      case Value.Mapping mapping -> {
        ObjectNode object = object();
        mapping.entries().forEach((key, item) -> object.set(key, of(item)));
        yield object;
      }
    };
  }
}
