package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.GrammarPlaces.VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every place of the project file where a text may stand, by its schema. Each is a whole file with
/// `VALUE` where the text goes.
final class ProjectPlaces {

  private ProjectPlaces() {}

  static List<String> all() {
    var all = new ArrayList<String>();
    JsonNode schema = GrammarPlaces.schema("project");
    schema
        .get("properties")
        .properties()
        .forEach(field ->
            below(field.getValue())
                .forEach(form -> all.add(GrammarPlaces.json(project(field.getKey(), form)))));
    return List.copyOf(all);
  }

  /// An environment counts when it is chosen.
  private static Map<String, Object> project(String name, Object form) {
    return name.equals("environments")
        ? Map.of("default_environment", "x", name, form)
        : Map.of(name, form);
  }

  /// The text itself in whatever form, and at each member and item below.
  private static Stream<Object> below(JsonNode schema) {
    var all = new ArrayList<Object>(GrammarPlaces.forms().toList());
    all.addAll(members(schema));
    if (schema.path("items").has("properties")) {
      members(schema.path("items")).forEach(item -> all.add(List.of(item)));
    }
    return all.stream();
  }

  private static List<Object> members(JsonNode schema) {
    var all = new ArrayList<Object>();
    var required = new LinkedHashMap<String, Object>();
    schema.path("required").forEach(name -> required.put(name.asText(), "true"));
    schema
        .path("properties")
        .properties()
        .forEach(member ->
            below(member.getValue())
                .forEach(form -> {
                  var mapping = new LinkedHashMap<>(required);
                  mapping.put(member.getKey(), form);
                  all.add(mapping);
                }));
    if (schema.path("additionalProperties").has("properties")) {
      members(schema.path("additionalProperties")).forEach(value -> all.add(Map.of("x", value)));
      all.add(Map.of(VALUE, Map.of()));
    }
    return all;
  }
}
