package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Every way of changing one thing in a tree of JSON, its kind of change told by `what`.
record Tampering(String what, JsonNode tree) {

  private static final JsonMapper JSON = new JsonMapper();

  static List<Tampering> allOf(JsonNode tree) {
    var all = new ArrayList<Tampering>();
    walk(tree, tree, "", all);
    return all;
  }

  /// With the digest that a forger would put there.
  Tampering forged() {
    if (!(tree instanceof ObjectNode object)) {
      return this;
    }
    ObjectNode forged = object.deepCopy();
    forged.remove("digest");
    forged.put("digest", digest(forged.toString()));
    return new Tampering(what, forged);
  }

  static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      return HexFormat.of().formatHex(sha.digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void walk(JsonNode root, JsonNode node, String at, List<Tampering> all) {
    if (node instanceof ObjectNode object) {
      all.add(changed(root, at, "added to", here -> ((ObjectNode) here).put("extra", true)));
      for (var member : object.properties()) {
        String name = member.getKey();
        all.add(changed(root, at, "dropped " + name, here -> ((ObjectNode) here).remove(name)));
        all.add(
            changed(
                root,
                at,
                "renamed " + name,
                here -> {
                  JsonNode value = ((ObjectNode) here).remove(name);
                  ((ObjectNode) here).set(name + "x", value);
                }));
        walk(root, member.getValue(), at + "/" + escaped(name), all);
        others(member.getValue())
            .forEach(other ->
                all.add(
                    changed(
                        root,
                        at,
                        name + " becomes " + other,
                        here -> ((ObjectNode) here).set(name, other))));
      }
    } else if (node instanceof ArrayNode list && !list.isEmpty()) {
      all.add(changed(root, at, "emptied", here -> ((ArrayNode) here).removeAll()));
      all.add(changed(root, at, "doubled", here -> ((ArrayNode) here).addAll(list.deepCopy())));
      all.add(changed(root, at, "shortened", here -> ((ArrayNode) here).remove(0)));
      if (list.size() > 1) {
        all.add(
            changed(
                root,
                at,
                "reordered",
                here -> {
                  JsonNode first = ((ArrayNode) here).remove(0);
                  ((ArrayNode) here).add(first);
                }));
      }
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        walk(root, list.get(i), at + "/" + i, all);
        others(list.get(i))
            .forEach(other ->
                all.add(
                    changed(
                        root,
                        at,
                        index + " becomes " + other,
                        here -> ((ArrayNode) here).set(index, other))));
      }
    }
  }

  /// What may stand in the place of a scalar: near, empty, of another type, a neighbour's.
  private static List<JsonNode> others(JsonNode scalar) {
    if (scalar.isTextual()) {
      String text = scalar.asText();
      return List.of(
          JSON.getNodeFactory().textNode(text + "x"),
          JSON.getNodeFactory().textNode(text.isEmpty() ? "y" : text.substring(1)),
          JSON.getNodeFactory().textNode("\u001b[31m" + text),
          JSON.getNodeFactory().numberNode(1),
          JSON.getNodeFactory().nullNode());
    }
    if (scalar.isNumber()) {
      return List.of(
          JSON.getNodeFactory().numberNode(scalar.asLong() + 1),
          JSON.getNodeFactory().numberNode(-1),
          JSON.getNodeFactory().textNode(scalar.asText()));
    }
    return scalar.isBoolean()
        ? List.of(
            JSON.getNodeFactory().booleanNode(!scalar.asBoolean()),
            JSON.getNodeFactory().textNode(scalar.asText()))
        : List.of();
  }

  private interface Change {
    void at(JsonNode place);
  }

  private static Tampering changed(JsonNode root, String at, String what, Change change) {
    JsonNode copy = root.deepCopy();
    change.at(copy.at(at));
    return new Tampering(at + ": " + what, copy);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
