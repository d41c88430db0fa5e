package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.util.List;
import java.util.Map;

/// What goes along when something is deleted that it cannot be without.
public final class Cascades {
  private static final String CONNECTIONS = "connection_ids";
  private static final List<String> OF_GROUPS =
      List.of(
          AccountData.WEBHOOKS,
          AccountData.LOG_SERVICES,
          AccountData.TRANSFORMATION_PROJECTS,
          AccountData.TRANSFORMATIONS,
          AccountData.HYBRID_AGENTS);

  private Cascades() {}

  /// What belongs to a group. Official clean-up code deletes groups before any of it, and takes 404
  /// for it later.
  public static void ofGroup(AccountData account, String group) {
    for (var collection : OF_GROUPS) {
      account.entries(collection).entrySet().stream()
          .filter(entry -> groupOf(entry.getKey(), entry.getValue()).equals(group))
          .map(Map.Entry::getKey)
          .toList()
          .forEach(id -> account.remove(collection, id));
    }
  }

  /// A log service has its group's id.
  private static String groupOf(String id, ObjectNode node) {
    return Nodes.text(node, "group_id").or(() -> Nodes.text(node, "_group_id")).orElse(id);
  }

  /// Transformations no longer name a connection that is gone; a Quickstart that has none left is
  /// blocked.
  public static void ofConnection(AccountData account, String connection) {
    for (var entry : List.copyOf(account.entries(AccountData.TRANSFORMATIONS).entrySet())) {
      var node = entry.getValue().deepCopy();
      var config = node.path("transformation_config").path(CONNECTIONS);
      var inSchedule = without(node.path("schedule").path(CONNECTIONS), connection);
      var inConfig = without(config, connection);
      if (inConfig && config.isEmpty()) {
        node.put("status", "BLOCKED");
      }
      if (inSchedule || inConfig) {
        account.put(AccountData.TRANSFORMATIONS, entry.getKey(), node);
      }
    }
  }

  private static boolean without(JsonNode ids, String id) {
    var before = ids.size();
    return ids instanceof ArrayNode array
        && array.removeIf(each -> each.asText().equals(id)).size() < before;
  }
}
