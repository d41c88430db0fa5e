package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What depends on the service: `config` and `auth`. Services that say the same share a definition,
/// which is named after the first of them.
record ServiceSchemas(KindDefinition kind, Shapes shapes) {

  /// Adds a definition for each different set of fields, and to the spec the conditions that choose
  /// among them. What names a connection differs by a few families only, and stands by itself.
  void addTo(ObjectNode definitions, ObjectNode spec) {
    var choices = SchemaNodes.texts(List.of());
    add(definitions, choices, "", false);
    add(definitions, choices, "naming.", true);
    if (!choices.isEmpty()) {
      spec.set("allOf", choices);
    }
  }

  private void add(ObjectNode definitions, ArrayNode choices, String owner, boolean isOfNames) {
    var sharing = new LinkedHashMap<ObjectNode, List<String>>();
    for (String service : kind.services()) {
      ObjectNode fields = fields(service, isOfNames);
      sharing.computeIfAbsent(fields, same -> new ArrayList<>()).add(service);
    }
    sharing.forEach((fields, services) -> {
      if (!fields.isEmpty()) {
        String name = kind.name() + "." + owner + services.getFirst();
        definitions.set(name, whole(name, fields));
        choices.add(when(services, SchemaNodes.ref(name)));
      }
    });
  }

  /// Adds that the config names its connection, or what names it in other words. A second naming
  /// key depends on more than a table says, so only the first is asked for; an override may hold
  /// it.
  void addNaming(ObjectNode document) {
    var byKey = new TreeMap<String, List<String>>();
    kind.services()
        .forEach(service ->
            namingKey(service)
                .ifPresent(
                    key -> byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(service)));
    if (byKey.isEmpty()) {
      return;
    }
    ObjectNode spec = (ObjectNode) document.path("properties").path("spec");
    ArrayNode choices = spec.putArray("allOf");
    byKey.forEach((key, services) -> {
      var config = SchemaNodes.type("object", "string");
      config.putArray("required").add(key);
      var names = new ArrayList<ObjectNode>();
      names.add(SchemaNodes.has("config", config));
      otherNames().forEach(name -> names.add(SchemaNodes.has(name, SchemaNodes.object())));
      ObjectNode choice = when(services, SchemaNodes.anyOf(names.toArray(ObjectNode[]::new)));
      ((ObjectNode) choice.get("if")).putObject("not").putArray("required").add("overrides");
      choices.add(choice);
    });
  }

  private static ObjectNode when(Collection<String> services, ObjectNode then) {
    ObjectNode service =
        services.size() == 1
            ? SchemaNodes.object().put("const", services.iterator().next())
            : SchemaNodes.oneOf(services);
    var choice = SchemaNodes.object();
    choice.set("if", SchemaNodes.has("service", service));
    choice.set("then", then);
    return choice;
  }

  /// The properties of the spec that the service gives another shape than it has without one.
  private ObjectNode fields(String service, boolean isOfNames) {
    FieldTable common = kind.fields(Value.Mapping.EMPTY);
    var fields = SchemaNodes.object();
    for (Field field : table(service).all()) {
      boolean isCommon = common.field(field.name()).equals(Optional.of(field));
      if (!isCommon && isName(field) == isOfNames) {
        fields.set(field.name(), shapes.of(field, ""));
      }
    }
    return fields;
  }

  private ObjectNode whole(String name, ObjectNode fields) {
    var whole = SchemaNodes.object();
    whole.set("properties", fields);
    if (!kind.fields(Value.Mapping.EMPTY).fanOut().isEmpty()) {
      var override = SchemaNodes.object();
      ObjectNode properties = override.putObject("properties");
      fields
          .fieldNames()
          .forEachRemaining(
              field -> properties.set(field, SchemaNodes.ref(name + "/properties/" + field)));
      var overrides = SchemaNodes.object();
      overrides.set("additionalProperties", override);
      fields = fields.deepCopy();
      fields.set("overrides", overrides);
      whole.set("properties", fields);
    }
    return whole;
  }

  private Optional<String> namingKey(String service) {
    return table(service).field("config").stream()
        .flatMap(config ->
            config.shape() instanceof Shape.Nested nested
                ? nested.table().all().stream()
                : java.util.stream.Stream.<Field>of())
        .filter(field -> field.is(Trait.IDENTITY) && field.is(Trait.CREATE_ONLY))
        .map(Field::name)
        .findFirst();
  }

  /// The fields of a spec that may hold what is asked for of its config.
  private List<String> otherNames() {
    return kind.fields(Value.Mapping.EMPTY).all().stream()
        .filter(ServiceSchemas::isName)
        .map(Field::name)
        .toList();
  }

  private static boolean isName(Field field) {
    return field.is(Trait.IDENTITY) && field.shape() instanceof Shape.Nested;
  }

  private FieldTable table(String service) {
    return kind.fields(Value.Mapping.of(Map.of("service", Value.text(service))));
  }
}
