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
import java.util.stream.Stream;

/// The definitions of one kind: `Connector` is a document, `Connector.spec` its spec,
/// `Connector.override` what differs in one group, `Connector.postgres` what its service adds.
final class KindSchema {

  private static final String OVERRIDES = "overrides";
  private static final String TEMPLATE = "template";

  private final KindDefinition kind;
  private final Shapes shapes;
  private final FieldTexts words;
  private final FieldTable table;

  KindSchema(KindDefinition kind, FieldTexts words) {
    this.kind = kind;
    this.words = words;
    this.shapes = new Shapes(words);
    this.table = table(kind);
  }

  ObjectNode definitions() {
    var definitions = SchemaNodes.object();
    definitions.set(kind.name(), document());
    definitions.setAll(commonDefinitions());
    var spec = (ObjectNode) definitions.get(kind.name() + ".spec");
    new ServiceSchemas(kind, shapes).addTo(definitions, spec);
    return definitions;
  }

  /// The spec without what depends on the service: for `defaults:`, which are for all of them.
  ObjectNode commonDefinitions() {
    var definitions = SchemaNodes.object();
    definitions.set(kind.name() + ".spec", spec());
    if (kind.partOf().isPresent() || kind.belonging().isPresent()) {
      definitions.set(kind.slug(), hoisted());
    }
    if (!table.fanOut().isEmpty()) {
      definitions.set(kind.name() + ".override", override());
    }
    return definitions;
  }

  private ObjectNode document() {
    ObjectNode document = DocumentSchema.of(kind, words);
    ((ObjectNode) document.get("properties")).set("spec", SchemaNodes.ref(kind.name() + ".spec"));
    List<String> always = required(true);
    List<String> usually = required(false);
    if (usually.isEmpty()) {
      return document;
    }
    var absent = SchemaNodes.object();
    absent.put("const", true);
    document.set("if", SchemaNodes.has("metadata", SchemaNodes.has("absent", absent)));
    document.set("then", having(always));
    var otherwise = having(usually);
    new ServiceSchemas(kind, shapes).addNaming(otherwise);
    // What a document leaves out may stand in its template.
    var unlessTemplate = SchemaNodes.object();
    ObjectNode named = SchemaNodes.has(TEMPLATE, SchemaNodes.type("string")).put("type", "object");
    unlessTemplate.set("if", SchemaNodes.has("spec", named));
    unlessTemplate.set("then", SchemaNodes.object());
    unlessTemplate.set("else", otherwise);
    document.set("else", unlessTemplate);
    return document;
  }

  private static ObjectNode having(List<String> fields) {
    if (fields.isEmpty()) {
      return SchemaNodes.object();
    }
    var spec = SchemaNodes.type("object");
    spec.set("required", SchemaNodes.texts(fields));
    return SchemaNodes.has("spec", spec);
  }

  private ObjectNode spec() {
    var spec = SchemaNodes.type("object", "null");
    ObjectNode properties = shapes.properties(table, kind.name());
    if (!table.fanOut().isEmpty()) {
      properties.set(table.fanOut(), groups());
      properties.set(OVERRIDES, overrides());
    }
    if (!kind.services().isEmpty()) {
      Field service = table.field("service").orElseThrow();
      boolean isOpen = service.shape() instanceof Shape.OneOf few && few.isOpen();
      properties.set(
          "service",
          words.describe(
              kind.name(), "service", ScalarSchemas.oneOf(List.copyOf(kind.services()), isOpen)));
    }
    properties.set(TEMPLATE, words.describe("spec", TEMPLATE, SchemaNodes.type("string")));
    spec.set("properties", properties);
    return table.isOpen() ? spec.put("additionalProperties", true) : SchemaNodes.closed(spec);
  }

  private ObjectNode groups() {
    var groups = SchemaNodes.type("array", "string").put("pattern", ScalarSchemas.VARIABLE);
    groups.put("minItems", 1).put("uniqueItems", true);
    var group = SchemaNodes.type("string", "number", "boolean").put("minLength", 1);
    groups.set(
        "items",
        group
            .put("maxLength", ScalarSchemas.LONGEST_NAME)
            .put("pattern", "^[^@\\s]([^@]*[^@\\s])?$"));
    return words.describe(kind.name(), table.fanOut(), groups);
  }

  private ObjectNode overrides() {
    var overrides = SchemaNodes.type("object", "null");
    overrides.set("additionalProperties", SchemaNodes.ref(kind.name() + ".override"));
    return words.describe(kind.name(), OVERRIDES, overrides);
  }

  /// A part of the spec, for one group.
  private ObjectNode override() {
    var override = SchemaNodes.type("object", "null");
    ObjectNode properties = override.putObject("properties");
    properties.set("absent", SchemaNodes.type("boolean"));
    properties.set("protect", SchemaNodes.type("boolean"));
    table.all().stream()
        .flatMap(field -> Stream.of(field.name(), field.otherName()))
        .filter(name -> !name.isEmpty() && !name.equals(table.fanOut()))
        .forEach(name ->
            properties.set(name, SchemaNodes.ref(kind.name() + ".spec/properties/" + name)));
    return SchemaNodes.closed(override);
  }

  /// What stands inside its owner, which it therefore need not name.
  private ObjectNode hoisted() {
    var spec = SchemaNodes.type("object", "null");
    ObjectNode properties = shapes.properties(table, kind.name());
    table.all().stream()
        .filter(field -> field.is(Trait.PART_OF))
        .forEach(field -> properties.remove(field.name()));
    spec.set("properties", properties);
    return SchemaNodes.closed(spec);
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
