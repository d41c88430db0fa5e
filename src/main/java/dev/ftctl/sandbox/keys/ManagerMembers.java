package dev.ftctl.sandbox.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.sandbox.store.Nodes;
import java.util.Set;
import java.util.TreeSet;

/// What the config of a secrets manager holds, by its type; with hybrid deployment, whose agents
/// log in themselves, less is required.
///
/// @param made what Fivetran makes itself, and drops where it is sent; empty for nothing
record ManagerMembers(Set<String> required, Set<String> optional, Set<String> secret, String made) {
  static ManagerMembers of(String type, boolean hybrid) {
    return switch (type) {
      case "AWS_SECRET_MANAGER" ->
          new ManagerMembers(Set.of("role_arn"), Set.of(), Set.of(), "external_id");
      case "AZURE_KEY_VAULT" ->
          hybrid
              ? new ManagerMembers(Set.of("vault_url"), Set.of("tenant_id"), Set.of(), "")
              : new ManagerMembers(Set.of("vault_url", "tenant_id"), Set.of(), Set.of(), "");
      case "HASHICORP_VAULT" ->
          hybrid
              ? new ManagerMembers(
                  Set.of("vault_address"),
                  Set.of("role_id", "secret_id", "namespace"),
                  Set.of("secret_id"),
                  "")
              : new ManagerMembers(
                  Set.of("vault_address", "role_id", "secret_id"),
                  Set.of("namespace"),
                  Set.of("secret_id"),
                  "");
      default ->
          throw ApiError.badRequest("Unsupported External Secrets Manager type '" + type + "'.");
    };
  }

  /// The config as it is kept.
  ObjectNode checked(ObjectNode sent, String id) {
    var config = JsonNodeFactory.instance.objectNode();
    for (var member : sent.properties()) {
      var name = member.getKey();
      var isKnown = required.contains(name) || optional.contains(name) || name.equals(made);
      if (!isKnown && !member.getValue().isNull()) {
        throw ApiError.badRequest("Field '" + name + "' is not supported by this type.");
      }
      if (isKnown && !name.equals(made)) {
        Nodes.text(sent, name).ifPresent(value -> config.put(name, kept(name, value)));
      }
    }
    for (var name : new TreeSet<>(required)) {
      if (config.path(name).asText("").isBlank()) {
        throw ApiError.badRequest("Field '" + name + "' is required.");
      }
    }
    return made.isEmpty() ? config : config.put(made, "fivetran_" + id);
  }

  private String kept(String name, String value) {
    return secret.contains(name) ? Fingerprints.fingerprint(value) : value;
  }
}
