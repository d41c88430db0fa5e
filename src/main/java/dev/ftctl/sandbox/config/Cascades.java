package dev.ftctl.sandbox.config;

import dev.ftctl.sandbox.store.AccountData;
import java.util.List;

/// What goes along when something is deleted that it cannot be without.
public final class Cascades {
  private Cascades() {}

  /// What belongs to a group. Of all of these official clean-up code deletes groups first, and
  /// takes 404 for them.
  public static void ofGroup(AccountData account, String group) {
    for (var collection : List.of(AccountData.WEBHOOKS, AccountData.LOG_SERVICES)) {
      account.entries(collection).entrySet().stream()
          .filter(entry -> entry.getValue().path("group_id").asText(entry.getKey()).equals(group))
          .map(java.util.Map.Entry::getKey)
          .toList()
          .forEach(id -> account.remove(collection, id));
    }
  }
}
