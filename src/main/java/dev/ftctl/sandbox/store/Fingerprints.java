package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How secrets are kept and shown. The store never holds one in clear: it holds a fingerprint, and
/// every answer shows the mask in its place.
public final class Fingerprints {
  /// Six asterisks, as Fivetran answers (reference: masking rules).
  public static final String MASK = "******";

  private static final String MARK = "secret:sha256:";

  private Fingerprints() {}

  /// The marker stored instead of a secret: equal secrets have equal markers. Idempotent.
  public static String fingerprint(String secret) {
    if (isFingerprint(secret)) {
      return secret;
    }
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return MARK + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  static boolean isFingerprint(String text) {
    return text.startsWith(MARK);
  }

  /// A copy with every scalar leaf replaced by its fingerprint; nulls and empty texts stay, since
  /// they mean "no secret".
  public static JsonNode fingerprinted(JsonNode node) {
    return mapped(node, leaf -> fingerprint(leaf.asText()));
  }

  /// A copy with every scalar leaf shown as the mask.
  public static JsonNode hidden(JsonNode node) {
    return mapped(node, leaf -> MASK);
  }

  /// A copy with every fingerprint shown as the mask and everything else as it is.
  public static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(entry -> copy.set(entry.getKey(), masked(entry.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      var copy = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(item -> copy.add(masked(item)));
      return copy;
    }
    return node.isTextual() && isFingerprint(node.asText()) ? TextNode.valueOf(MASK) : node;
  }

  private interface Leaf {
    String replaced(JsonNode leaf);
  }

  private static JsonNode mapped(JsonNode node, Leaf leaf) {
    if (node instanceof ObjectNode object) {
      var copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(entry -> copy.set(entry.getKey(), mapped(entry.getValue(), leaf)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      var copy = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(item -> copy.add(mapped(item, leaf)));
      return copy;
    }
    var nothing = node.isNull() || (node.isTextual() && node.asText().isEmpty());
    return nothing ? node : TextNode.valueOf(leaf.replaced(node));
  }
}
