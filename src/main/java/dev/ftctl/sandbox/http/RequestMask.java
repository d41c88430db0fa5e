package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.sandbox.store.Nodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Makes a request's body fit for the request log: secrets become masks. Hides by the catalogue
/// where the service is known and, on top, everything whose name sounds like a secret: rather one
/// mask too many.
public final class RequestMask {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern SOUNDS_SECRET =
      Pattern.compile(
          "passw|pass_?phrase|secret(?!s_manager|s_keys|s_list)|token|credential|private_key|_key$|^key$|^pat$|^pats$");

  /// How a form with files begins, and JSON doesn't: before its boundary.
  private static final byte FORM = '-';

  /// The fields of a service's config, by the service's name.
  private final Function<String, Map<String, FieldFacts>> config;

  /// The service of the object a path names, for bodies that don't say it.
  private final Function<String, Optional<String>> serviceOfPath;

  public RequestMask(
      Function<String, Map<String, FieldFacts>> config,
      Function<String, Optional<String>> serviceOfPath) {
    this.config = config;
    this.serviceOfPath = serviceOfPath;
  }

  /// The body as the log may show it; missing when there was none, a placeholder when it is no
  /// JSON, or a form with a file.
  public JsonNode shown(String rawPath, byte[] body) {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    if (body[0] == FORM) {
      return TextNode.valueOf("(a file)");
    }
    try {
      if (JSON.readTree(body) instanceof ObjectNode json) {
        var service = Nodes.text(json, "service").or(() -> serviceOfPath.apply(rawPath));
        return shown(json, service.map(config).orElse(Map.of()));
      }
    } catch (JsonProcessingException malformed) {
      return TextNode.valueOf("(not JSON)");
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return TextNode.valueOf("(not an object)");
  }

  /// Whether a name alone makes a value look like a secret.
  public static boolean soundsSecret(String name) {
    return SOUNDS_SECRET.matcher(name).find();
  }

  private static JsonNode shown(ObjectNode body, Map<String, FieldFacts> facts) {
    var copy = JSON.createObjectNode();
    for (var member : body.properties()) {
      var value = member.getValue();
      switch (member.getKey()) {
        case "auth", "secret" -> copy.set(member.getKey(), Fingerprints.hidden(value));
        case "config" -> copy.set("config", config(value, facts, List.of()));
        default -> copy.set(member.getKey(), value);
      }
    }
    return copy;
  }

  /// @param keys what tells the items of a list apart, which is a name however it sounds
  private static JsonNode config(JsonNode node, Map<String, FieldFacts> facts, List<String> keys) {
    if (node instanceof ArrayNode array) {
      var copy = JSON.createArrayNode();
      array.forEach(item -> copy.add(config(item, facts, keys)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    var copy = JSON.createObjectNode();
    for (var member : object.properties()) {
      var name = member.getKey();
      var fact = Optional.ofNullable(facts.get(name));
      var secret =
          fact.map(FieldFacts::secret).orElse(false)
              || (soundsSecret(name) && !keys.contains(name));
      Map<String, FieldFacts> inner =
          fact.<Map<String, FieldFacts>>map(FieldFacts::fields).orElse(Map.of());
      copy.set(
          name,
          secret
              ? Fingerprints.hidden(member.getValue())
              : config(
                  member.getValue(),
                  inner,
                  fact.map(FieldFacts::itemKeys).orElse(List.<String>of())));
    }
    return copy;
  }
}
