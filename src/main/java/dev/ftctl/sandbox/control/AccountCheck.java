package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Strict;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;
import java.util.Map;

/// What an account may look like that is put in place of the simulator's own, or laid over it:
/// `{collection: {id: node}}`. A collection that nobody reads would be silence, not a seed.
final class AccountCheck {
  /// The collections that some part of the simulator reads, sorted.
  static final List<String> COLLECTIONS =
      List.of(
          "account",
          "account_log_services",
          "certificates",
          "connection_memberships",
          "connections",
          "connector_sdk_packages",
          "destinations",
          "external_secrets_managers",
          "families",
          "field_statuses",
          "fingerprints",
          "group_memberships",
          "groups",
          "history",
          "hybrid_deployment_agents",
          "link_courses",
          "log_services",
          "log_tests",
          "newer_services",
          "next_syncs",
          "private_links",
          "project_tests",
          "proxy_agents",
          "roles",
          "schema_configs",
          "sources",
          "syncs",
          "system_keys",
          "team_connection_memberships",
          "team_group_memberships",
          "team_users",
          "teams",
          "transformation_packages",
          "transformation_projects",
          "transformations",
          "user_api_keys",
          "users",
          "webhooks");

  private static final List<String> WITH_SERVICE =
      List.of(AccountData.CONNECTIONS, AccountData.DESTINATIONS);

  /// What may be said of how something goes. A member that nobody reads would be silence, too.
  private static final Map<String, Strict> STEERING =
      Map.of(
          "families",
          new Strict(
              Map.of(
                  "absent", Strict.Sort.TRUTH,
                  "unique_names", Strict.Sort.TRUTH,
                  "connected", Strict.Sort.TRUTH,
                  "settled_first", Strict.Sort.TRUTH,
                  "null_says_nothing", Strict.Sort.TRUTH,
                  "rewrites", Strict.Sort.TRUTH)),
          "log_tests",
          new Strict(
              Map.of(
                  "status", Strict.Sort.TEXT,
                  "message", Strict.Sort.TEXT,
                  "times", Strict.Sort.NUMBER)),
          "link_courses",
          new Strict(
              Map.of(
                  "looks", Strict.Sort.NUMBER,
                  "seconds", Strict.Sort.NUMBER,
                  "ends", Strict.Sort.TEXT,
                  "summary", Strict.Sort.TEXT,
                  "times", Strict.Sort.NUMBER)),
          "project_tests",
          new Strict(
              Map.of(
                  "status", Strict.Sort.TEXT,
                  "errors", Strict.Sort.LIST,
                  "times", Strict.Sort.NUMBER)));

  private AccountCheck() {}

  /// The account, if it can be one.
  ///
  /// @param nulls whether a null in place of a node or a collection means that it goes
  static ObjectNode checked(JsonNode json, boolean nulls) {
    if (!(json instanceof ObjectNode account)) {
      throw ApiError.invalid("an account is an object of collections");
    }
    for (var collection : account.properties()) {
      var name = collection.getKey();
      if (!COLLECTIONS.contains(name)) {
        throw ApiError.invalid("Unknown collection '" + name + "'" + advice(name));
      }
      if (nulls && collection.getValue().isNull()) {
        continue;
      }
      if (!collection.getValue().isObject()) {
        throw ApiError.invalid("Collection '" + name + "' must be an object of nodes by their id");
      }
      for (var node : collection.getValue().properties()) {
        check(name, node.getKey(), node.getValue(), nulls);
      }
    }
    return account;
  }

  private static String advice(String name) {
    return Strict.near(name, COLLECTIONS)
        .map(near -> "; did you mean '" + near + "'?")
        .orElseGet(() -> "; there are " + String.join(", ", COLLECTIONS));
  }

  private static void check(String collection, String id, JsonNode node, boolean nulls) {
    if (nulls && node.isNull()) {
      return;
    }
    var path = collection + "." + id;
    if (!node.isObject()) {
      throw ApiError.invalid("'" + path + "' must be an object");
    }
    if (STEERING.containsKey(collection)) {
      STEERING.get(collection).checked(path, node);
    }
    if (!WITH_SERVICE.contains(collection)) {
      return;
    }
    if (node.hasNonNull("id") && !node.path("id").asText().equals(id)) {
      throw ApiError.invalid(
          "'" + path + "' says that its id is '" + node.path("id").asText() + "'");
    }
    if (!nulls && !node.path("service").isTextual()) {
      throw ApiError.invalid("'" + path + "' has no service");
    }
  }
}
