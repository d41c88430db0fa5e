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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Every place of a document where a text may stand: the tables of all kinds walked down, the
/// envelope and metadata as their schemas list them, and the same in what is laid over or under a
/// document, which are templates, overlays and `overrides`.
///
/// Each place is a few files by name, which would be accepted or refused for themselves. `VALUE`
/// stands where the text goes, and a number for `NUMBER`, also in the names.
final class GrammarPlaces {

  static final String VALUE = "VALUE";

  /// What a table of [#ROWS] holds.
  private static final String CELLS = "a,b\nx,y\n";

  private static final String MANIFEST = "manifests/pNUMBER.yaml";
  private static final String OVERLAY = "overlays/pNUMBER.yaml";
  private static final String TEMPLATE = "t-pNUMBER";
  private static final String ROWS = "pNUMBER.csv";
  private static final Map<String, Object> NAMED = Map.of("name", "p-NUMBER");

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SCHEMAS = Path.of("schemas");

  private GrammarPlaces() {}

  /// The files of a place, with that text in it.
  ///
  /// @param number of the place, by which errors tell it
  static Map<String, String> files(Map<String, String> place, int number, String text) {
    String digits = String.format(Locale.ROOT, "%04d", number);
    var files = new LinkedHashMap<String, String>();
    place.forEach((name, content) ->
        files.put(
            name.replace("NUMBER", digits),
            content.replace("NUMBER", digits).replace(VALUE, text)));
    return files;
  }

  static List<Map<String, String>> ofDocuments() {
    var places = new ArrayList<Map<String, String>>();
    for (Kind kind : kinds()) {
      Map<String, Object> base = GrammarBases.base(kind.definition());
      ofEnvelope(kind.definition(), base)
          .forEach(text ->
              places.add(
                  text.contains(ROWS)
                      ? Map.of(MANIFEST, text, "manifests/" + ROWS, CELLS)
                      : Map.of(MANIFEST, text)));
      for (Map<String, Object> spec : ofTable(table(kind.definition(), base), base)) {
        places.add(Map.of(MANIFEST, document(kind.definition(), NAMED, spec, Map.of())));
      }
    }
    return List.copyOf(places);
  }

  /// Of one kind there is one document, by one name; its fields are those of another.
  private static List<Kind> kinds() {
    return Wanted.KINDS.kinds().stream()
        .filter(kind -> !kind.definition().slug().equals("account-log"))
        .toList();
  }

  /// In documents that are merged with another, and never sent for themselves.
  static List<Map<String, String>> ofLayers() {
    var places = new ArrayList<Map<String, String>>();
    for (Kind kind : kinds()) {
      KindDefinition definition = kind.definition();
      Map<String, Object> base = GrammarBases.base(definition);
      FieldTable table = table(definition, base);
      for (Map<String, Object> spec : ofTable(table, Map.of())) {
        places.add(overlaid(definition, base, document(definition, NAMED, spec, Map.of())));
      }
      for (Map<String, Object> spec : ofTable(table, base)) {
        places.add(templated(definition, spec, Map.of("name", TEMPLATE), Map.of()));
      }
      for (Map<String, Object> metadata : ofMetadata("p-NUMBER")) {
        places.add(overlaid(definition, base, document(definition, metadata, Map.of(), Map.of())));
      }
      for (Map<String, Object> metadata : ofMetadata(TEMPLATE)) {
        places.add(templated(definition, base, metadata, Map.of()));
      }
    }
    ofOverrides().forEach(places::add);
    return List.copyOf(places);
  }

  /// What differs in a group, and in an overlay's share of it.
  private static Stream<Map<String, String>> ofOverrides() {
    KindDefinition connector = Wanted.KINDS.ofSlug("connector").definition();
    Map<String, Object> base = GrammarBases.base(connector);
    Stream<Object> own =
        Stream.of("absent", "protect").map(flag -> Map.of("g", Map.of(flag, VALUE)));
    Stream<Object> ofFields =
        ofTable(table(connector, base), Map.of()).stream().map(fields -> Map.of("g", fields));
    Stream<Object> ofGroups = Stream.concat(forms(), forms().map(form -> Map.of("g", form)));
    return Stream.of(own, ofFields, ofGroups)
        .flatMap(all -> all)
        .flatMap(overrides -> {
          Map<String, Object> spec = Map.of("overrides", overrides);
          return Stream.of(
              Map.of(
                  MANIFEST,
                  document(connector, NAMED, with(base, "overrides", overrides), Map.of())),
              overlaid(connector, base, document(connector, NAMED, spec, Map.of())));
        });
  }

  private static Map<String, String> overlaid(
      KindDefinition kind, Map<String, Object> base, String overlay) {
    return Map.of(MANIFEST, document(kind, NAMED, base, Map.of()), OVERLAY, overlay);
  }

  private static Map<String, String> templated(
      KindDefinition kind,
      Map<String, Object> spec,
      Map<String, Object> metadata,
      Map<String, Object> more) {
    var template = new LinkedHashMap<String, Object>(more);
    template.put("kind", "Template");
    template.put("metadata", metadata);
    template.put("spec", spec);
    String named = document(kind, NAMED, Map.of("template", TEMPLATE), Map.of());
    return Map.of(MANIFEST, json(template) + "\n---\n" + named);
  }

  private static List<Map<String, Object>> ofMetadata(String name) {
    var all = new ArrayList<Map<String, Object>>();
    for (String member : metadata()) {
      forms()
          .forEach(form -> {
            var metadata = new LinkedHashMap<String, Object>(Map.of("name", name));
            metadata.put(member, form);
            all.add(metadata);
          });
    }
    return all;
  }

  private static FieldTable table(KindDefinition kind, Map<String, Object> base) {
    Object service = base.getOrDefault("service", "");
    return kind.fields(Value.Mapping.of(Map.of("service", Value.text(service.toString()))));
  }

  private static List<String> ofEnvelope(KindDefinition kind, Map<String, Object> base) {
    var places = new ArrayList<String>();
    for (Map<String, Object> metadata : ofMetadata("p-NUMBER")) {
      places.add(document(kind, metadata, base, Map.of()));
    }
    Map<String, Object> each = Map.of("name", "p-NUMBER-${each.key}");
    Stream.concat(
            forms(),
            Stream.of(
                Map.of("csv", VALUE),
                Map.of("csv", ROWS, "key", VALUE),
                Map.of("csv", ROWS, "header", VALUE),
                Map.of("csv", ROWS, "columns", VALUE),
                Map.of("list", List.of(Map.of("a", "x")), "key", VALUE),
                Map.of("list", List.of(Map.of("a", VALUE)), "key", "a"),
                List.of(Map.of("name", "x", VALUE, "y"))))
        .forEach(many -> places.add(document(kind, each, base, Map.of("for_each", many))));
    places.add(
        document(
            kind, each, with(base, "id", "${each.value}"), Map.of("for_each", Map.of("x", VALUE))));
    places.add(document(kind, NAMED, with(base, "template", VALUE), Map.of()));
    places.add(document(kind, NAMED, base, Map.of("apiVersion", VALUE)));
    places.add(document(kind, NAMED, base, Map.of("kind", VALUE)));
    places.add(document(kind, NAMED, base, Map.of(VALUE, "x")));
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

  static Stream<Object> forms() {
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

  static JsonNode schema(String name) {
    try {
      return JSON.readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String json(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
