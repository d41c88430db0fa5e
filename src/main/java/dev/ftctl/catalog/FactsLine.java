package dev.ftctl.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Reads a line of the catalogue; docs/reference/catalog.md describes its format.
final class FactsLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FactsLine() {}

  /// The facts in one line. A line that isn't JSON, or names an unknown type or naming family, is a
  /// defect of the catalogue that ships with ftctl, hence unchecked.
  static ServiceFacts parse(String line) {
    var node = tree(line);
    var naming = node.path("naming").asText("none").toUpperCase(Locale.ROOT);
    return new ServiceFacts(
        node.path("service").asText(),
        NamingFamily.valueOf(naming),
        texts(node.path("naming_alternatives")),
        fields(node.path("config"), false),
        fields(node.path("auth"), true),
        node.path("external_secrets").asBoolean(),
        new LinkedHashSet<>(texts(node.path("immutable"))),
        new LinkedHashSet<>(texts(node.path("required"))));
  }

  /// An object of texts.
  static Map<String, String> texts(String json) {
    return textsOf(tree(json));
  }

  /// The facts of one line with those of another put over them, member by member.
  static String merged(String line, String over) {
    try {
      return MAPPER.readerForUpdating(tree(line)).readTree(over).toString();
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A line over the catalogue's is broken", broken);
    }
  }

  private static JsonNode tree(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The bundled catalogue has a broken line", broken);
    }
  }

  private static SequencedMap<String, FieldFacts> fields(JsonNode members, boolean isAuth) {
    var fields = new LinkedHashMap<String, FieldFacts>();
    members
        .properties()
        .forEach(m -> fields.put(m.getKey(), field(m.getKey(), m.getValue(), isAuth)));
    return fields;
  }

  private static FieldFacts field(String name, JsonNode facts, boolean isAuth) {
    var type = facts.path("type").asText("text").toUpperCase(Locale.ROOT);
    return new FieldFacts(
        name,
        FieldType.valueOf(type),
        isAuth || facts.path("secret").asBoolean(),
        facts.path("read_only").asBoolean(),
        isAuth || facts.path("login").asBoolean(),
        texts(facts.path("enum")),
        textsOf(facts.path("aliases")),
        texts(facts.path("key")),
        facts.path("merged").asBoolean(),
        fields(facts.path("fields"), isAuth));
  }

  private static Map<String, String> textsOf(JsonNode members) {
    var texts = new LinkedHashMap<String, String>();
    members.properties().forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    return texts;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
