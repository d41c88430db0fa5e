package dev.ftctl.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a tree has the shape that a schema of ours says: the parts of JSON Schema that
/// `schemas/saved-plan.schema.json` and what it refers to are written in.
final class PlanShape {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode schema;

  private PlanShape(JsonNode schema) {
    this.schema = schema;
  }

  /// @param name of a file in `schemas`
  static PlanShape of(String name) {
    try (InputStream in = PlanShape.class.getResourceAsStream("/schemas/" + name)) {
      return new PlanShape(JSON.readTree(Objects.requireNonNull(in, name)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The first thing that is otherwise, with its place, in words; nothing that stands in the tree
  /// is quoted.
  Optional<String> mistake(JsonNode tree) {
    return mistake(tree, schema, "");
  }

  private Optional<String> mistake(JsonNode node, JsonNode given, String place) {
    JsonNode rule = given;
    if (given.has("$ref")) {
      String ref = given.path("$ref").asText();
      if (!ref.startsWith("#")) {
        return PlanShape.of(ref).mistake(node, PlanShape.of(ref).schema, place);
      }
      rule = schema.at(ref.substring(1));
    }
    String at = place.isEmpty() ? "the file" : place;
    if (rule.has("type") && !isOf(node, rule.path("type").asText())) {
      return Optional.of(at + " has to be: " + rule.path("type").asText());
    }
    if (rule.has("const") && !rule.path("const").equals(node)) {
      return Optional.of(at + " has to be " + rule.path("const"));
    }
    if (rule.has("enum") && !contains(rule.path("enum"), node)) {
      return Optional.of(at + " has to be one of " + rule.path("enum"));
    }
    if (rule.has("pattern") && !fits(node.asText(), rule.path("pattern").asText())) {
      return Optional.of(at + " has not the form that ftctl writes");
    }
    if (rule.has("minimum") && node.asLong() < rule.path("minimum").asLong()) {
      return Optional.of(at + " is too small");
    }
    return node.isObject() ? inObject(node, rule, place) : inList(node, rule, place);
  }

  private Optional<String> inObject(JsonNode node, JsonNode rule, String place) {
    for (JsonNode name : rule.path("required")) {
      if (!node.has(name.asText())) {
        return Optional.of((place + "/" + name.asText()) + " is missing");
      }
    }
    JsonNode others = rule.path("additionalProperties");
    for (var member : node.properties()) {
      JsonNode own = rule.path("properties").path(member.getKey());
      if (own.isMissingNode() && others.isBoolean() && !others.asBoolean()) {
        return Optional.of(
            (place.isEmpty() ? "the file" : place) + " has a member that no plan has");
      }
      boolean isNamed = !own.isMissingNode();
      JsonNode next = isNamed ? own : others;
      Optional<String> wrong =
          next.isObject()
              ? mistake(member.getValue(), next, place + "/" + (isNamed ? member.getKey() : "*"))
              : Optional.empty();
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<String> inList(JsonNode node, JsonNode rule, String place) {
    if (node.isArray() && rule.path("items").isObject()) {
      for (int i = 0; i < node.size(); i++) {
        Optional<String> wrong = mistake(node.get(i), rule.path("items"), place + "/" + i);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    return Optional.empty();
  }

  /// Where the schema says "at the end", nothing may follow, not even the end of a line.
  private static boolean fits(String text, String pattern) {
    return Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z")).matcher(text).find();
  }

  private static boolean contains(JsonNode list, JsonNode node) {
    for (JsonNode one : list) {
      if (one.equals(node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(JsonNode node, String type) {
    return switch (type) {
      case "object" -> node.isObject();
      case "array" -> node.isArray();
      case "string" -> node.isTextual();
      case "integer" -> node.isIntegralNumber() && node.canConvertToLong();
      case "boolean" -> node.isBoolean();
      case String other -> throw new IllegalArgumentException("a type of no schema: " + other);
    };
  }
}
