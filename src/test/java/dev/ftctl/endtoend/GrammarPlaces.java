package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every place of the manifest language where a text may stand: the tables of all kinds walked
/// down, the envelope, metadata and the project file as their schemas list them. Each is a file
/// with `VALUE` where the text goes.
final class GrammarPlaces {

  static final String VALUE = "VALUE";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SCHEMAS = Path.of("schemas");

  private GrammarPlaces() {}

  /// Documents, each of which would be accepted or refused for itself.
  static List<String> ofDocuments() {
    var places = new ArrayList<String>();
    for (Kind kind : Wanted.KINDS.kinds()) {
      Map<String, Object> base = base(kind.definition());
      places.addAll(ofEnvelope(kind.definition(), base));
      for (Map<String, Object> spec : ofTable(table(kind.definition(), base), base)) {
        places.add(document(kind.definition(), Map.of("name", "p-NUMBER"), spec, Map.of()));
      }
    }
    return List.copyOf(places);
  }

  /// Project files.
  static List<String> ofProject() {
    return names("project", "properties").stream()
        .flatMap(name -> forms().map(form -> json(Map.of(name, form))))
        .toList();
  }

  private static FieldTable table(KindDefinition kind, Map<String, Object> base) {
    Object service = base.getOrDefault("service", "");
    return kind.fields(Value.Mapping.of(Map.of("service", Value.text(service.toString()))));
  }

  private static Map<String, Object> base(KindDefinition kind) {
    return switch (kind.slug()) {
      case "group", "team" -> Map.of();
      case "destination" ->
          Map.of(
              "group",
              "g",
              "service",
              "snowflake",
              "region",
              "GCP_US_EAST4",
              "time_zone_offset",
              "-5",
              "config",
              Map.of("host", "a.example", "database", "RAW"));
      case "connector" ->
          Map.of(
              "service",
              "postgres",
              "groups",
              List.of("g"),
              "paused",
              true,
              "config",
              Map.of("schema_prefix", "s_NUMBER", "host", "a.example"));
      case "schema-settings" -> Map.of("connector", "c");
      case "user" -> Map.of("email", "u-NUMBER@example.com", "given_name", "A", "family_name", "B");
      case "webhook" ->
          Map.of(
              "url",
              "https://a.example/NUMBER",
              "events",
              List.of("sync_end"),
              "active",
              true,
              "secret",
              "a-written-one");
      default -> throw new AssertionError("a kind without a base: " + kind.slug());
    };
  }

  private static List<String> ofEnvelope(KindDefinition kind, Map<String, Object> base) {
    var places = new ArrayList<String>();
    for (String name : metadata()) {
      forms()
          .forEach(form -> {
            var metadata = new LinkedHashMap<String, Object>(Map.of("name", "p-NUMBER"));
            metadata.put(name, form);
            places.add(document(kind, metadata, base, Map.of()));
          });
    }
    Map<String, Object> each = Map.of("name", "p-NUMBER-${each.key}");
    Stream.concat(
            forms(),
            Stream.of(
                Map.of("csv", VALUE),
                Map.of("csv", "rows.csv", "key", VALUE),
                Map.of("csv", "rows.csv", "header", VALUE),
                Map.of("csv", "rows.csv", "columns", VALUE),
                Map.of("list", List.of(Map.of("a", "x")), "key", VALUE),
                Map.of("list", List.of(Map.of("a", VALUE)), "key", "a"),
                List.of(Map.of("name", "x", VALUE, "y"))))
        .forEach(many -> places.add(document(kind, each, base, Map.of("for_each", many))));
    places.add(
        document(
            kind, each, with(base, "id", "${each.value}"), Map.of("for_each", Map.of("x", VALUE))));
    places.add(document(kind, each, with(base, "template", VALUE), Map.of()));
    places.add(document(kind, Map.of("name", "p-NUMBER"), base, Map.of("apiVersion", VALUE)));
    return places;
  }

  /// Specs with the text in each field, below each, and in the keys there.
  private static List<Map<String, Object>> ofTable(FieldTable table, Map<String, Object> base) {
    return Stream.concat(
            table.all().stream()
                .flatMap(field -> ofShape(field, base).map(form -> with(base, field.name(), form))),
            Stream.of(with(base, "unknown_field", VALUE), with(base, VALUE, "x")))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Stream<Object> ofShape(Field field, Map<String, Object> base) {
    Map<String, Object> inside =
        base.get(field.name()) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    return switch (field.shape()) {
      case Shape.Scalar scalar -> Stream.of(VALUE);
      case Shape.Ref reference -> Stream.of(VALUE, VALUE + "@g", "c@" + VALUE);
      case Shape.SetOf set -> Stream.of(VALUE, List.of(VALUE), List.of("a", VALUE));
      case Shape.RoleMap roles ->
          Stream.of(VALUE, Map.of(VALUE, "Team Member"), Map.of("x@g", VALUE));
      case Shape.Nested nested ->
          Stream.concat(Stream.of(VALUE), ofTable(nested.table(), inside).stream());
      case Shape.ItemsOf items ->
          Stream.concat(
              Stream.of(VALUE, List.of(VALUE)),
              ofTable(items.table(), Map.of()).stream().map(List::of));
      case Shape.Hoisted hoisted ->
          Stream.concat(
              Stream.of(VALUE),
              ofTable(
                  Wanted.KINDS.ofSlug(hoisted.slug()).definition().fields(Value.Mapping.EMPTY),
                  Map.of())
                  .stream());
      case Shape.Tree tree ->
          Stream.concat(
              forms(),
              Stream.of(
                  Map.of("a", Map.of("enabled", VALUE)),
                  Map.of("a", Map.of("tables", List.of(VALUE))),
                  Map.of("a", Map.of("tables", Map.of("t", Map.of("sync_mode", VALUE))))));
      case Shape.Free free -> Stream.concat(forms(), Stream.of(Map.of("schema", VALUE)));
    };
  }

  private static Stream<Object> forms() {
    return Stream.of(
        VALUE, List.of(VALUE), Map.of(VALUE, "x"), Map.of("x", VALUE), List.of(Map.of("x", VALUE)));
  }

  private static Map<String, Object> with(Map<String, Object> base, String key, Object value) {
    var more = new LinkedHashMap<>(base);
    more.put(key, value);
    return more;
  }

  private static String document(
      KindDefinition kind,
      Map<String, Object> metadata,
      Map<String, Object> spec,
      Map<String, Object> more) {
    var document = new LinkedHashMap<String, Object>(Map.of("kind", kind.name()));
    document.putAll(more);
    document.put("metadata", metadata);
    document.put("spec", spec);
    return json(document);
  }

  private static List<String> metadata() {
    JsonNode all = schema("group").findValue("metadata");
    JsonNode properties =
        all.has("properties")
            ? all.get("properties")
            : schema("group").at(all.get("$ref").asText().substring(1)).get("properties");
    var names = new ArrayList<String>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> names(String schema, String member) {
    var names = new ArrayList<String>();
    schema(schema).get(member).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode schema(String name) {
    try {
      return JSON.readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String json(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
