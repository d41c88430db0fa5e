package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;

/// The schema of a field's value, by its shape.
record Shapes(FieldTexts words) {

  /// The members of a table, without saying which are required.
  ///
  /// @param owner under which the words of its fields stand
  ObjectNode properties(FieldTable table, String owner) {
    var properties = SchemaNodes.object();
    for (Field field : table.all()) {
      properties.set(field.name(), of(field, owner));
      if (!field.otherName().isEmpty()) {
        properties.set(field.otherName(), of(field, owner));
      }
    }
    return properties;
  }

  /// What Fivetran makes itself is refused; everything else is what its shape says.
  JsonNode of(Field field, String owner) {
    if (field.is(Trait.READ_ONLY)) {
      return BooleanNode.FALSE;
    }
    return words.describe(owner, field.name(), shape(field, owner + "." + field.name()));
  }

  private ObjectNode shape(Field field, String owner) {
    return switch (field.shape()) {
      case Shape.TextShape text -> ScalarSchemas.of("text", field);
      case Shape.RoleName role -> ScalarSchemas.of("text", field);
      case Shape.IntegerShape integer -> ScalarSchemas.of("integer", field);
      case Shape.NumberShape number -> ScalarSchemas.of("number", field);
      case Shape.BooleanShape bool -> ScalarSchemas.of("boolean", field);
      case Shape.OneOf few -> ScalarSchemas.oneOf(few.members(), few.isOpen());
      case Shape.OneOfNumbers few -> ScalarSchemas.oneOfNumbers(few.members());
      case Shape.SetOf set ->
          isPlain(field, set) ? SchemaNodes.ref("texts") : list(field, items(set));
      case Shape.Ref ref -> ScalarSchemas.of("name", field);
      case Shape.RoleMap roles -> roles(field);
      case Shape.Nested nested -> nested(field, nested.table(), owner);
      case Shape.ItemsOf items -> list(field, object(items.table(), owner));
      case Shape.Hoisted hoisted -> SchemaNodes.ref(hoisted.slug());
      case Shape.Tree tree -> tree(tree.element(), owner);
      case Shape.Free free -> SchemaNodes.ref("free");
    };
  }

  private ObjectNode items(Shape.SetOf set) {
    return (ObjectNode) of(Field.of("", set.item()).notClearable(), "");
  }

  private static ObjectNode list(Field field, ObjectNode item) {
    var list = structure("array", field);
    list.set("items", item);
    return list;
  }

  private static ObjectNode roles(Field field) {
    var roles = structure("object", field);
    roles.set("additionalProperties", SchemaNodes.ref("text"));
    roles.set("propertyNames", SchemaNodes.ref("name"));
    return roles;
  }

  private ObjectNode nested(Field field, FieldTable table, String owner) {
    return table.names().isEmpty() && table.isOpen() && ScalarSchemas.isClearable(field)
        ? SchemaNodes.ref("mapping")
        : structure("object", field).setAll(inside(table, owner));
  }

  /// A list of any texts, which may be cleared: most lists are.
  private static boolean isPlain(Field field, Shape.SetOf set) {
    return set.item() instanceof Shape.TextShape
        && !field.is(Trait.SECRET)
        && ScalarSchemas.isClearable(field);
  }

  private ObjectNode object(FieldTable table, String owner) {
    return SchemaNodes.type("object").setAll(inside(table, owner));
  }

  private ObjectNode inside(FieldTable table, String owner) {
    var inside = SchemaNodes.object();
    if (!table.names().isEmpty()) {
      inside.set("properties", properties(table, owner));
    }
    var required =
        table.all().stream().filter(field -> field.is(Trait.REQUIRED)).map(Field::name).toList();
    if (!required.isEmpty()) {
      inside.set("required", SchemaNodes.texts(required));
    }
    if (!table.isOpen()) {
      return SchemaNodes.closed(inside);
    }
    inside.set("additionalProperties", SchemaNodes.ref("free"));
    return inside;
  }

  /// Names to objects, or names alone.
  private ObjectNode tree(FieldTable element, String owner) {
    var named = SchemaNodes.type("object", "null");
    named.setAll(inside(element, owner));
    var tree =
        SchemaNodes.type("object", "array", "string", "null")
            .put("pattern", ScalarSchemas.VARIABLE);
    tree.set("additionalProperties", named);
    return tree.set("items", SchemaNodes.ref("element"));
  }

  /// A list or an object, or the variable that holds one.
  private static ObjectNode structure(String type, Field field) {
    var schema =
        ScalarSchemas.isClearable(field)
            ? SchemaNodes.type(type, "string", "null")
            : SchemaNodes.type(type, "string");
    return schema.put("pattern", ScalarSchemas.VARIABLE);
  }
}
