package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;

/// Writes a schema so that a change of one field is a change of few lines: what fits in a line
/// stands in one.
final class SchemaText {

  private static final int WIDTH = 160;

  private final StringBuilder text = new StringBuilder();

  private SchemaText() {}

  static String of(JsonNode schema) {
    var writer = new SchemaText();
    writer.write(schema, 0);
    return writer.text.append('\n').toString();
  }

  private void write(JsonNode node, int depth) {
    String line = node.toString();
    if (depth > 0 && depth + line.length() <= WIDTH || !node.isContainerNode()) {
      text.append(line);
    } else if (node.isObject()) {
      writeMembers(node, depth);
    } else {
      writeItems(node, depth);
    }
  }

  private void writeMembers(JsonNode node, int depth) {
    text.append('{');
    String separator = "";
    for (var member : node.properties()) {
      text.append(separator);
      indent(depth + 1);
      text.append(TextNode.valueOf(member.getKey()));
      text.append(": ");
      write(member.getValue(), depth + 1);
      separator = ",";
    }
    indent(depth);
    text.append('}');
  }

  private void writeItems(JsonNode node, int depth) {
    text.append('[');
    for (Iterator<JsonNode> items = node.iterator(); items.hasNext(); ) {
      indent(depth + 1);
      write(items.next(), depth + 1);
      text.append(items.hasNext() ? "," : "");
    }
    indent(depth);
    text.append(']');
  }

  private void indent(int depth) {
    text.append('\n').append(" ".repeat(depth));
  }
}
