package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Group;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The definitions of one kind: `Connector` is a document, `Connector.spec` its spec,
/// `Connector.override` what differs in one group, `Connector.postgres` what its service adds.
final class KindSchema {

  private static final String OVERRIDES = "overrides";
  private static final String TEMPLATE = "template";

  private final KindDefinition kind;
  private final Shapes shapes;
  private final Words words;
  private final FieldTable table;

  KindSchema(KindDefinition kind, Words words) {
    this.kind = kind;
    this.words = words;
    this.shapes = new Shapes(words);
    this.table = table(kind);
  }

  ObjectNode definitions() {
    var definitions = Json.object();
    definitions.set(kind.name(), document());
    definitions.setAll(commonDefinitions());
    var spec = (ObjectNode) definitions.get(kind.name() + ".spec");
    new ServiceSchemas(kind, shapes).addTo(definitions, spec);
    return definitions;
  }

  /// The spec without what depends on the service: for `defaults:`, which are for all of them.
  ObjectNode commonDefinitions() {
    var definitions = Json.object();
    definitions.set(kind.name() + ".spec", spec());
    if (kind.partOf().isPresent()) {
      definitions.set(kind.slug(), hoisted());
    }
    if (!table.fanOut().isEmpty()) {
      definitions.set(kind.name() + ".override", override());
    }
    return definitions;
  }

  private ObjectNode document() {
    ObjectNode document = Envelope.of(kind, words);
    ((ObjectNode) document.get("properties")).set("spec", Json.ref(kind.name() + ".spec"));
    List<String> always = required(true);
    List<String> usually = required(false);
    if (usually.isEmpty()) {
      return document;
    }
    var absent = Json.object();
    absent.put("const", true);
    document.set("if", Json.has("metadata", Json.has("absent", absent)));
    document.set("then", having(always));
    var otherwise = having(usually);
    new ServiceSchemas(kind, shapes).addNaming(otherwise);
    // What a document leaves out may stand in its template.
    var unlessTemplate = Json.object();
    ObjectNode named = Json.has(TEMPLATE, Json.type("string")).put("type", "object");
    unlessTemplate.set("if", Json.has("spec", named));
    unlessTemplate.set("then", Json.object());
    unlessTemplate.set("else", otherwise);
    document.set("else", unlessTemplate);
    return document;
  }

  private static ObjectNode having(List<String> fields) {
    if (fields.isEmpty()) {
      return Json.object();
    }
    var spec = Json.type("object");
    spec.set("required", Json.texts(fields));
    return Json.has("spec", spec);
  }

  private ObjectNode spec() {
    var spec = Json.type("object", "null");
    ObjectNode properties = shapes.properties(table, kind.name());
    if (!table.fanOut().isEmpty()) {
      properties.set(table.fanOut(), groups());
      properties.set(OVERRIDES, overrides());
    }
    if (!kind.services().isEmpty()) {
      Field service = table.field("service").orElseThrow();
      boolean isOpen = service.shape() instanceof Shape.TextShape;
      properties.set(
          "service",
          words.describe(
              kind.name(), "service", Scalars.oneOf(List.copyOf(kind.services()), isOpen)));
    }
    properties.set(TEMPLATE, words.describe("spec", TEMPLATE, Json.type("string")));
    spec.set("properties", properties);
    return spec.put("additionalProperties", table.isOpen());
  }

  private ObjectNode groups() {
    var groups = Json.type("array", "string").put("pattern", Scalars.VARIABLE);
    groups.put("minItems", 1).put("uniqueItems", true);
    var group = Json.type("string", "number", "boolean").put("minLength", 1);
    groups.set(
        "items",
        group.put("maxLength", Scalars.LONGEST_NAME).put("pattern", "^[^@\\s]([^@]*[^@\\s])?$"));
    return words.describe(kind.name(), table.fanOut(), groups);
  }

  private ObjectNode overrides() {
    var overrides = Json.type("object", "null");
    overrides.set("additionalProperties", Json.ref(kind.name() + ".override"));
    return words.describe(kind.name(), OVERRIDES, overrides);
  }

  /// A part of the spec, for one group.
  private ObjectNode override() {
    var override = Json.type("object", "null");
    ObjectNode properties = override.putObject("properties");
    properties.set("absent", Json.type("boolean"));
    properties.set("protect", Json.type("boolean"));
    table.names().stream()
        .filter(name -> !name.equals(table.fanOut()))
        .forEach(name -> properties.set(name, Json.ref(kind.name() + ".spec/properties/" + name)));
    return override.put("additionalProperties", false);
  }

  /// What stands inside its owner, which it therefore need not name.
  private ObjectNode hoisted() {
    var spec = Json.type("object", "null");
    ObjectNode properties = shapes.properties(table, kind.name());
    table.all().stream()
        .filter(field -> field.is(Trait.PART_OF))
        .forEach(field -> properties.remove(field.name()));
    spec.set("properties", properties);
    return spec.put("additionalProperties", false);
  }

  /// What must be said; of what is to be absent only the identity.
  private List<String> required(boolean isAbsent) {
    var names = new ArrayList<String>();
    table.all().stream()
        .filter(field -> field.is(Trait.REQUIRED) && !field.name().equals(kind.namedBy()))
        .filter(field -> !isAbsent || field.is(Trait.IDENTITY) || field.is(Trait.PART_OF))
        .forEach(field -> names.add(field.name()));
    if (!table.fanOut().isEmpty()) {
      names.add(table.fanOut());
    }
    return names;
  }

  /// As manifests write it: with the pinned id, and in a fan-out without the group of an instance.
  private static FieldTable table(KindDefinition kind) {
    FieldTable table = kind.fields(Value.Mapping.EMPTY);
    var fields = new LinkedHashMap<>(table.fields());
    fields.put("id", Field.text("id").local());
    if (!table.fanOut().isEmpty()) {
      fields.remove(Group.SLUG);
    }
    return new FieldTable(fields, table.fanOut(), table.isOpen(), table.owner());
  }
}
