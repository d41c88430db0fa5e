package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.Keys;
import java.util.List;
import java.util.Optional;

/// How a stored connection is answered.
final class ConnectionView {
  private static final List<String> NOT_IN_LISTS =
      List.of("config", "connect_card_config", "external_secrets_keys_config", "schedule");

  private ConnectionView() {}

  /// As in lists: all scalars and the status, no config.
  static ObjectNode item(ObjectNode connection) {
    return withoutInternals(connection).without(NOT_IN_LISTS);
  }

  /// As in details: with the config and what Fivetran adds to it.
  static ObjectNode details(ObjectNode connection, ServiceFacts facts) {
    var copy = withoutInternals(connection);
    var config = copy.withObjectProperty("config");
    for (var field : facts.config().values()) {
      if (field.readOnly()) {
        made(field, copy).ifPresent(value -> config.put(field.name(), value));
      }
    }
    return copy;
  }

  private static ObjectNode withoutInternals(ObjectNode connection) {
    var copy = connection.deepCopy();
    copy.properties().stream()
        .map(java.util.Map.Entry::getKey)
        .filter(name -> name.startsWith("_"))
        .toList()
        .forEach(copy::remove);
    return copy;
  }

  /// What Fivetran makes for a read-only member; none for those that only an authorized source
  /// knows.
  private static Optional<String> made(FieldFacts field, ObjectNode connection) {
    var group = connection.path("group_id").asText();
    return switch (field.name()) {
      case "public_key", "sftp_public_key", "abs_public_key" ->
          Optional.of(Keys.sshPublicKey(group));
      case "external_id", "s3external_id", "s3_export_external_id" -> Optional.of(group);
      case "service_account", "service_account_email" -> Optional.of(Keys.serviceAccount(group));
      case "webhook_url", "webhook_endpoint", "endpoint" ->
          Optional.of("https://webhooks.fivetran.com/webhooks/" + connection.path("id").asText());
      default -> Optional.empty();
    };
  }
}
