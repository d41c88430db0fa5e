package dev.ftctl.catalog.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Turns the property schemas of one service into the catalogue's field facts, what is default left
/// out: `{}` is a plain text.
record FieldExtraction(String service, Supplement supplement) {

  /// How the document's descriptions say that a field can't change after creation.
  private static final Pattern IMMUTABLE =
      Pattern.compile("\\(immutable\\)|cannot be (modified|changed)", Pattern.CASE_INSENSITIVE);

  /// The facts of an object schema's properties, sorted by name.
  ObjectNode fields(JsonNode schema) {
    var sorted = new TreeMap<String, JsonNode>();
    schema.path("properties").properties().forEach(p -> sorted.put(p.getKey(), p.getValue()));
    var fields = JsonNodeFactory.instance.objectNode();
    sorted.forEach((name, property) -> fields.set(name, field(name, property)));
    return fields;
  }

  /// The names of properties whose descriptions call them immutable, sorted.
  static List<String> immutable(JsonNode schema) {
    return schema.path("properties").properties().stream()
        .filter(property -> IMMUTABLE.matcher(description(property.getValue())).find())
        .map(property -> property.getKey())
        .sorted()
        .toList();
  }

  private ObjectNode field(String name, JsonNode schema) {
    var items = schema.path("items");
    var facts = JsonNodeFactory.instance.objectNode();
    var type = type(schema);
    if (!type.equals("text")) {
      facts.put("type", type);
    }
    if (isPassword(schema) || isPassword(items) || supplement.isSecret(service, name)) {
      facts.put("secret", true);
    }
    if (supplement.isReadOnly(service, name)) {
      facts.put("read_only", true);
    }
    if (supplement.loginNames().contains(name) && !facts.has("secret")) {
      facts.put("login", true);
    }
    addInside(name, schema.has("items") ? items : schema, facts);
    return facts;
  }

  private void addInside(String name, JsonNode inside, ObjectNode facts) {
    if (inside.has("enum")) {
      addValues(name, inside.path("enum"), facts);
    }
    var fields = fields(inside);
    if (facts.path("type").asText().equals("object_list")) {
      supplement.itemKeys().getOrDefault(name, List.of()).stream()
          .filter(fields::has)
          .findFirst()
          .ifPresent(key -> {
            facts.putArray("key").add(key);
            if (supplement.mergedLists().contains(name)) {
              facts.put("merged", true);
            }
          });
    }
    if (!fields.isEmpty()) {
      facts.set("fields", fields);
    }
  }

  /// The document's values and those that it lacks, sorted; and what else stands for one of them.
  private void addValues(String name, JsonNode declared, ObjectNode facts) {
    var values = new TreeSet<>(supplement.extraValues(service, name));
    declared.valueStream().map(JsonNode::asText).forEach(values::add);
    values.forEach(facts.putArray("enum")::add);
    supplement
        .valueAliases()
        .getOrDefault(name, Map.of())
        .forEach((alias, value) -> {
          if (values.contains(value) && !values.contains(alias)) {
            facts.withObjectProperty("aliases").put(alias, value);
          }
        });
  }

  /// The document types enumerations as objects, so the values decide before the type does.
  private static String type(JsonNode schema) {
    if (schema.has("items")) {
      return listType(schema.path("items"));
    }
    if (schema.has("enum")) {
      return "enum";
    }
    if (!schema.path("properties").isEmpty()) {
      return "object";
    }
    var declared = schema.path("type").asText();
    return switch (declared) {
      case "string" -> "text";
      case "integer", "number", "boolean" -> declared;
      default -> "free";
    };
  }

  private static String listType(JsonNode items) {
    return switch (type(items)) {
      case "object" -> "object_list";
      case "integer" -> "integer_list";
      case "text", "enum" -> "text_list";
      default -> "free";
    };
  }

  private static boolean isPassword(JsonNode schema) {
    return schema.path("format").asText().equals("password");
  }

  private static String description(JsonNode schema) {
    return schema.path("description").asText().toLowerCase(Locale.ROOT);
  }
}
