package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;

/// What a path names and several collections look up, or the 404 that every branch of the official
/// provider understands.
public final class Existing {

  private Existing() {}

  public static ObjectNode group(Call call) {
    return group(call.account(), call.param("groupId"));
  }

  public static ObjectNode group(AccountData account, String id) {
    return account
        .find(AccountData.GROUPS, id)
        .orElseThrow(() ->
            ApiError.notFound("NotFound_Group", "Group with id '" + id + "' does not exist."));
  }

  public static ObjectNode connection(Call call) {
    return connection(call.account(), call.param("connectionId"));
  }

  public static ObjectNode connection(AccountData account, String id) {
    return account
        .find(AccountData.CONNECTIONS, id)
        .orElseThrow(() ->
            ApiError.notFound(
                "NotFound_Connector", "Connector with id '" + id + "' does not exist."));
  }
}
