package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/// The small pieces that schemas are made of.
final class SchemaNodes {

  private SchemaNodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode texts(Collection<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /// A value of one of the types.
  static ObjectNode type(String... types) {
    var schema = object();
    if (types.length == 1) {
      return schema.put("type", types[0]);
    }
    schema.set("type", texts(List.of(types)));
    return schema;
  }

  static ObjectNode ref(String definition) {
    return object().put("$ref", "#/definitions/" + definition);
  }

  static ObjectNode oneOf(Collection<String> members) {
    var schema = object();
    schema.set("enum", texts(members));
    return schema;
  }

  /// An object that takes no other members than its own, but those whose key holds a reference:
  /// only the run knows what they are.
  static ObjectNode closed(ObjectNode schema) {
    schema.putObject("patternProperties").putObject(ScalarSchemas.EXPRESSION);
    return schema.put("additionalProperties", false);
  }

  /// What fits one of several.
  static ObjectNode anyOf(ObjectNode... schemas) {
    var any = object();
    any.putArray("anyOf").addAll(List.of(schemas));
    return any;
  }

  /// `when` as the condition that an object has `member`, of the given schema.
  static ObjectNode has(String member, ObjectNode schema) {
    var when = object();
    when.putObject("properties").set(member, schema);
    when.putArray("required").add(member);
    return when;
  }
}
