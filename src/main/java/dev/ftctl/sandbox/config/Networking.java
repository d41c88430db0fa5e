package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How `networking_method` follows from the config: tunnel fields make it `SshTunnel`, and it goes
/// back to `Directly` only when they are cleared (provider issues 427 and 428); `connection_type`
/// in the config mirrors it. A link or agent goes with its method (fivetran-quirks Q18).
public final class Networking {
  private static final List<String> METHODS =
      List.of("Directly", "PrivateLink", "SshTunnel", "ProxyAgent");
  private static final String FIELD = "networking_method";
  private static final String MIRROR = "connection_type";

  /// What belongs to one method alone.
  private static final Map<String, String> MEANS =
      Map.of("ProxyAgent", "proxy_agent_id", "PrivateLink", "private_link_id");

  private Networking() {}

  /// Sets the method of an object whose config is already merged, from what the request `body`
  /// said.
  public static void derive(ObjectNode node, JsonNode body, ServiceFacts facts) {
    var config = node.withObjectProperty("config");
    var asked =
        Nodes.text(body, FIELD)
            .or(() -> Nodes.text(body.path("config"), MIRROR))
            .map(Networking::method);
    var before = Nodes.text(node, FIELD).orElse("Directly");
    var after = method(config, asked, before);
    node.put(FIELD, after);
    var left = after.equals(before) ? null : MEANS.get(before);
    if (left != null && !body.has(left)) {
      node.putNull(left);
    }
    mirror(node, config, facts);
  }

  private static String method(ObjectNode config, Optional<String> asked, String before) {
    if (config.hasNonNull("tunnel_host")) {
      return "SshTunnel";
    }
    return asked.orElse(before.equals("SshTunnel") ? "Directly" : before);
  }

  private static String method(String asked) {
    var folded = folded(asked);
    return METHODS.stream()
        .filter(each -> folded(each).equals(folded))
        .findFirst()
        .orElseThrow(
            () -> ApiError.invalid("Invalid value '" + asked + "' for field '" + FIELD + "'"));
  }

  private static String folded(String value) {
    return value.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static void mirror(ObjectNode node, ObjectNode config, ServiceFacts facts) {
    var field = facts.config().get(MIRROR);
    if (field == null || field.readOnly() || !config.has(MIRROR)) {
      return;
    }
    var method = node.path(FIELD).asText();
    // A service that has no such connection type keeps what it was told (`aveva_pi` has no tunnel
    // among its types, though it takes a tunnel's fields).
    if (field.enumValues().stream().noneMatch(each -> folded(each).equals(folded(method)))) {
      return;
    }
    var shown = config.path(MIRROR).asText();
    var isUpper = shown.equals(shown.toUpperCase(Locale.ROOT));
    config.put(MIRROR, isUpper ? FieldRules.upperSnake(method) : method);
  }
}
