package dev.ftctl.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a path names and several collections look up, or the 404 that every branch of the official
/// provider understands.
final class Existing {

  private Existing() {}

  static ObjectNode group(Call call) {
    return group(call.account(), call.param("groupId"));
  }

  static ObjectNode group(Account account, String id) {
    return account
        .find(Account.GROUPS, id)
        .orElseThrow(() ->
            ApiError.notFound("NotFound_Group", "Group with id '" + id + "' does not exist."));
  }

  static ObjectNode connection(Call call) {
    return connection(call.account(), call.param("connectionId"));
  }

  static ObjectNode connection(Account account, String id) {
    return account
        .find(Account.CONNECTIONS, id)
        .orElseThrow(() ->
            ApiError.notFound(
                "NotFound_Connector", "Connector with id '" + id + "' does not exist."));
  }
}
