package dev.ftctl.connectortype;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.connectortype.TypeField.Mark;
import dev.ftctl.model.shown.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A service's configuration as text or as JSON.
public final class TypeReport {

  private static final String FORMAT = "ftctl/connector-type/v1";
  private static final int NAME_WIDTH = 40;
  private static final int TYPE_WIDTH = 14;
  private static final int MOST_MEMBERS = 8;

  private TypeReport() {}

  /// One line for each field, those inside objects indented below them.
  public static String text(ConnectorType type) {
    var lines = new ArrayList<String>();
    lines.add(heading(type));
    block(lines, "config", type.config());
    block(lines, "auth", type.auth());
    return lines.stream().map(line -> Visible.text(line) + "\n").collect(Collectors.joining());
  }

  public static ObjectNode json(ConnectorType type) {
    var json = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
    json.put("service", type.service()).put("kind", kind(type));
    ArrayNode naming = json.putArray("naming");
    type.naming().forEach(naming::add);
    json.set("config", json(type.config()));
    json.set("auth", json(type.auth()));
    return json;
  }

  static String kind(ConnectorType type) {
    return type.isDestination() ? "destination" : "connector";
  }

  private static String heading(ConnectorType type) {
    String keys =
        type.naming().stream().map(key -> "config." + key).collect(Collectors.joining(" and "));
    return type.service() + " · " + kind(type) + (keys.isEmpty() ? "" : " · named by " + keys);
  }

  private static void block(List<String> lines, String name, List<TypeField> fields) {
    if (!fields.isEmpty()) {
      lines.add(name);
      fields.forEach(field -> line(lines, field, "  "));
    }
  }

  private static void line(List<String> lines, TypeField field, String indent) {
    String name = (indent + field.name());
    String type = field.type().name().toLowerCase(Locale.ROOT);
    String marks = field.marks().stream().map(Mark::word).collect(Collectors.joining(" "));
    String line = "%-" + NAME_WIDTH + "s %-" + TYPE_WIDTH + "s %s %s";
    lines.add(line.formatted(name, type, marks, members(field)).stripTrailing());
    field.fields().forEach(inner -> line(lines, inner, indent + "  "));
  }

  private static String members(TypeField field) {
    if (field.members().isEmpty()) {
      return "";
    }
    int shown = Math.min(MOST_MEMBERS, field.members().size());
    String more = shown < field.members().size() ? "|…" : "";
    return "(" + String.join("|", field.members().subList(0, shown)) + more + ")";
  }

  private static ArrayNode json(List<TypeField> fields) {
    var array = JsonNodeFactory.instance.arrayNode();
    fields.forEach(field -> {
      ObjectNode json = array.addObject().put("name", field.name());
      json.put("type", field.type().name().toLowerCase(Locale.ROOT));
      field.marks().forEach(mark -> json.put(mark.word(), true));
      if (!field.members().isEmpty()) {
        field.members().forEach(json.putArray("enum")::add);
      }
      if (!field.fields().isEmpty()) {
        json.set("fields", json(field.fields()));
      }
    });
    return array;
  }
}
