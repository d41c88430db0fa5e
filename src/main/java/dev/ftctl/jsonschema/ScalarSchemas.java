package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import java.util.ArrayList;
import java.util.List;

/// What scalars of each type may look like in YAML: the type itself, a text that says it, or a text
/// with a reference (`${env:PORT}`), whose type only the run knows.
final class ScalarSchemas {

  /// A text with a reference in it.
  static final String EXPRESSION = "\\$\\{";

  /// The whole text is a variable, which may hold a list or a mapping.
  static final String VARIABLE =
      "^\\$\\{((var:|yaml:|each\\.)[^}]*|(split|compact|default) *\\(.*\\)|unset)\\}$";

  static final String NAME = "^\\S(.*\\S)?$";
  static final int LONGEST_NAME = 256;

  private static final String WHOLE = "^[-+]?(0|[1-9][0-9]*)(\\.0*)?$|^0o[0-7]+$|^0x[0-9a-fA-F]+$";
  private static final String NUMBER =
      "^[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?$";
  private static final String DURATION = "^[0-9]{1,9}(ms|s|m|h|d)$";
  private static final String BOOLEAN = "^(true|True|TRUE|false|False|FALSE)$";

  private ScalarSchemas() {}

  /// The definitions that all schemas share.
  static ObjectNode definitions() {
    var shared = SchemaNodes.object();
    shared.set("expression", SchemaNodes.type("string").put("pattern", EXPRESSION));
    shared.set("text", text("string", "number", "boolean"));
    shared.set("member", text("string", "number", "boolean").put("pattern", "\\S"));
    shared.set("clearable_text", text("string", "number", "boolean", "null"));
    shared.set(
        "secret",
        text("string", "number", "boolean", "null")
            .put("description", "A secret: write ${env:NAME}, never the text itself."));
    shared.set("integer", matching("integer", WHOLE));
    shared.set("number", matching("number", NUMBER));
    shared.set("boolean", matching("boolean", BOOLEAN));
    shared.set(
        "name",
        SchemaNodes.type("string", "number", "boolean")
            .put("minLength", 1)
            .put("maxLength", LONGEST_NAME)
            .put("pattern", NAME));
    shared.set("element", text("string", "number", "boolean").put("minLength", 1));
    shared.set("free", free());
    var mapping = SchemaNodes.type("object", "string", "null").put("pattern", VARIABLE);
    shared.set("mapping", mapping.set("additionalProperties", SchemaNodes.ref("free")));
    var texts = SchemaNodes.type("array", "string", "null").put("pattern", VARIABLE);
    shared.set("texts", texts.set("items", SchemaNodes.ref("text")));
    return shared;
  }

  /// A time that passes: `30m`, `6h`.
  static ObjectNode duration() {
    return SchemaNodes.type("string").put("pattern", DURATION + "|" + EXPRESSION);
  }

  /// A scalar that a definition describes.
  static ObjectNode of(String definition, Field field) {
    if (field.is(Trait.SECRET)) {
      return SchemaNodes.ref("secret");
    }
    return switch (definition) {
      case "text" -> SchemaNodes.ref(isClearable(field) ? "clearable_text" : "text");
      default ->
          isClearable(field)
              ? SchemaNodes.anyOf(SchemaNodes.ref(definition), SchemaNodes.type("null"))
              : SchemaNodes.ref(definition);
    };
  }

  /// One of a few texts. Those that look like a whole number may go without quotes.
  static ObjectNode oneOf(List<String> members, boolean isOpen) {
    var few = SchemaNodes.object();
    var values = few.putArray("enum");
    members.forEach(values::add);
    members.stream()
        .filter(member -> member.matches("0|-?[1-9][0-9]*"))
        .forEach(member -> values.add(Integer.parseInt(member)));
    return SchemaNodes.anyOf(few, SchemaNodes.ref(isOpen ? "member" : "expression"));
  }

  static ObjectNode oneOfNumbers(List<Integer> members) {
    var few = SchemaNodes.object();
    var values = few.putArray("enum");
    members.forEach(values::add);
    var texts = new ArrayList<String>();
    members.forEach(member -> texts.add(String.valueOf(member)));
    String pattern = "^(" + String.join("|", texts) + ")$|" + EXPRESSION;
    return SchemaNodes.anyOf(few, SchemaNodes.type("string").put("pattern", pattern));
  }

  /// Whether a manifest may say null, which asks the API to clear the field.
  static boolean isClearable(Field field) {
    return !field.is(Trait.NOT_CLEARABLE) && !field.is(Trait.REQUIRED) && !field.is(Trait.IDENTITY);
  }

  private static ObjectNode text(String... types) {
    return unmasked(SchemaNodes.type(types));
  }

  /// Anything, at any depth.
  private static ObjectNode free() {
    var free = unmasked(SchemaNodes.object());
    free.set("additionalProperties", SchemaNodes.ref("free"));
    return free.set("items", SchemaNodes.ref("free"));
  }

  /// What Fivetran answers in place of a secret is refused wherever it stands.
  private static ObjectNode unmasked(ObjectNode schema) {
    schema.putObject("not").put("const", "******");
    return schema;
  }

  private static ObjectNode matching(String type, String pattern) {
    return SchemaNodes.type(type, "string").put("pattern", pattern + "|" + EXPRESSION);
  }
}
