package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.util.Optional;

/// Packages of the Connector SDK as connections see them: each belongs to at most one.
public final class SdkPackages {
  public static final String COLLECTION = "connector_sdk_packages";

  private static final String FIELD = "package_id";
  private static final String LONG_AGO = "2026-01-05T08:00:00.000000Z";

  private SdkPackages() {}

  /// A copy with values for what a seed leaves out, or 404 with the code that clients look for.
  public static ObjectNode existing(AccountData account, String id) {
    var stored =
        account
            .find(COLLECTION, id)
            .orElseThrow(() ->
                ApiError.notFound(
                    "NotFound_ConnectorSdkPackage",
                    "Connector SDK package with id '" + id + "' does not exist."));
    var node = JsonNodeFactory.instance.objectNode().put("id", id);
    node.put("created_by", "sandbox").put("last_updated_by", "sandbox");
    node.put("created_at", LONG_AGO).put("updated_at", LONG_AGO);
    return node.setAll(stored.deepCopy());
  }

  /// The connection that names the package.
  public static Optional<String> connectionOf(AccountData account, String id) {
    return account.entries(AccountData.CONNECTIONS).entrySet().stream()
        .filter(each -> each.getValue().path("config").path(FIELD).asText().equals(id))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  /// Refuses a package that a request names for a connection, where another connection has it. One
  /// that doesn't exist is taken: nothing says what the API does, and manifests are tried that were
  /// written for another account.
  public static void mustBeFree(AccountData account, JsonNode config, String connection) {
    var id = Nodes.text(config, FIELD).orElse("");
    if (account.find(COLLECTION, id).isEmpty()) {
      return;
    }
    connectionOf(account, id)
        .filter(other -> !other.equals(connection))
        .ifPresent(other -> {
          throw ApiError.invalid(
              "Package with id '" + id + "' is associated with connection '" + other + "'");
        });
  }
}
