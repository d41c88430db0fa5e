package dev.ftctl.sandbox.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;

/// What a system key may do: a complete set of `{resource_type, access_level, resource_filter}`.
final class Permissions {
  /// The last two are in the documentation, not in the API document.
  private static final List<String> TYPES =
      List.of(
          "ACCOUNT",
          "USER",
          "WEBHOOK",
          "TEAM",
          "ROLES",
          "DESTINATION",
          "TRANSFORMATION",
          "REMOTE_EXECUTION_AGENT",
          "CONNECTOR",
          "PRIVATE_LINK",
          "PROXY");

  private static final List<String> LEVELS = List.of("NONE", "READ", "MANAGE");
  private static final List<String> WITH_IDS = List.of("CONNECTOR", "DESTINATION");
  private static final List<String> WITH_GROUPS = List.of("CONNECTOR", "TRANSFORMATION");

  private Permissions() {}

  static ArrayNode checked(AccountData account, JsonNode sent) {
    if (!sent.isArray() || sent.isEmpty()) {
      throw ApiError.invalid("Field 'permissions' is required");
    }
    var kept = JsonNodeFactory.instance.arrayNode();
    for (var each : sent) {
      var type = oneOf(each, "resource_type", TYPES);
      var permission = kept.addObject().put("resource_type", type);
      permission.put("access_level", oneOf(each, "access_level", LEVELS));
      if (each.path("resource_filter") instanceof ObjectNode filter) {
        permission.set("resource_filter", filter(account, type, filter));
      }
    }
    return kept;
  }

  private static ObjectNode filter(AccountData account, String type, ObjectNode sent) {
    var filter = JsonNodeFactory.instance.objectNode();
    var places = type.equals("CONNECTOR") ? AccountData.CONNECTIONS : AccountData.DESTINATIONS;
    take(account, sent, "ids", WITH_IDS.contains(type), type, places, filter);
    take(account, sent, "group_ids", WITH_GROUPS.contains(type), type, AccountData.GROUPS, filter);
    return filter;
  }

  private static void take(
      AccountData account,
      ObjectNode sent,
      String member,
      boolean taken,
      String type,
      String collection,
      ObjectNode filter) {
    if (sent.path(member).isEmpty()) {
      return;
    }
    if (!taken) {
      throw ApiError.invalid("Field '" + member + "' is not supported by resource type " + type);
    }
    var ids = filter.putArray(member);
    for (var id : sent.path(member)) {
      if (account.find(collection, id.asText()).isEmpty()) {
        throw ApiError.invalid("'" + id.asText() + "' in '" + member + "' does not exist");
      }
      ids.add(id);
    }
  }

  private static String oneOf(JsonNode permission, String field, List<String> known) {
    var value = permission.path(field).asText("");
    if (!known.contains(value)) {
      throw ApiError.invalid("Invalid value '" + value + "' for field '" + field + "'");
    }
    return value;
  }
}
