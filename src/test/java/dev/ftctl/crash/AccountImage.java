package dev.ftctl.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an account holds, one line for each object, without what two equal accounts may differ in:
/// ids (natural keys stand for them), times, secrets that are made by the account, and order. Of
/// two objects with one natural key both have a line, so that duplicates show.
final class AccountImage {

  private static final Set<String> INCIDENTAL =
      Set.of(
          "created_at",
          "updated_at",
          "logged_in_at",
          "at",
          "next_id",
          "succeeded_at",
          "failed_at",
          "base",
          "fresh",
          "due",
          "start_time",
          "end_time",
          "volume_mb",
          "registered_at",
          "last_rotated_at",
          "expired_at",
          "expires_at",
          "key",
          "key_value",
          "public_key",
          "_secret",
          "_auth_token");

  private final Map<String, String> keys = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private AccountImage() {}

  /// @param account as the simulator gives it, `{collection: {id: node}}`
  static List<String> of(JsonNode account) {
    var image = new AccountImage();
    image.name(account, "groups", "name");
    image.name(account, "users", "email", "given_name", "family_name");
    image.name(account, "teams", "name");
    image.name(account, "webhooks", "group_id", "url");
    image.name(account, "connections", "group_id", "schema");
    image.name(account, "account_log_services", "service");
    image.name(account, "external_secrets_managers", "name");
    image.name(account, "private_links", "name");
    image.name(account, "proxy_agents", "display_name");
    image.name(account, "hybrid_deployment_agents", "group_id", "display_name");
    image.name(account, "system_keys", "name");
    image.name(account, "transformation_projects", "group_id", "type");
    image.name(account, "transformations", "type", "transformation_config");
    image.name(account, "connector_sdk_packages", "file_sha256_hash");
    account
        .properties()
        .forEach(collection -> image.add(collection.getKey(), collection.getValue()));
    return image.lines.stream().sorted().toList();
  }

  private void name(JsonNode account, String collection, String... fields) {
    account
        .path(collection)
        .properties()
        .forEach(entry -> {
          String key =
              Arrays.stream(fields)
                  .map(field -> known(entry.getValue().path(field).asText()))
                  .collect(Collectors.joining("/"));
          keys.put(entry.getKey(), collection + ":" + key);
        });
  }

  /// The number of an item of the history says nothing but when.
  private void add(String collection, JsonNode members) {
    members
        .properties()
        .forEach(entry -> {
          String key = collection.equals("history") ? "" : known(entry.getKey());
          lines.add(collection + " " + key + " " + plain(entry.getValue()));
        });
  }

  /// An id, or several joined by slashes, as natural keys.
  private String known(String text) {
    return Arrays.stream(text.split("/", -1))
        .map(part -> keys.getOrDefault(part, part))
        .collect(Collectors.joining("/"));
  }

  private JsonNode plain(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> plain(object);
      case ArrayNode array -> {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> items.add(plain(item)));
        yield items;
      }
      case TextNode text -> TextNode.valueOf(keys.getOrDefault(text.asText(), text.asText()));
      default -> node;
    };
  }

  private ObjectNode plain(ObjectNode object) {
    var members = new TreeMap<String, JsonNode>();
    object
        .properties()
        .forEach(entry -> {
          if (!INCIDENTAL.contains(entry.getKey())) {
            members.put(known(entry.getKey()), plain(entry.getValue()));
          }
        });
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    members.forEach(plain::set);
    return plain;
  }
}
