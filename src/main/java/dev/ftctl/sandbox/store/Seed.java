package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// A fresh account: its name, and the one user who owns it and the key.
public final class Seed {
  private final boolean systemKey;

  public Seed(boolean systemKey) {
    this.systemKey = systemKey;
  }

  /// Plants a fresh account where there is none yet.
  public void plant(AccountData account) {
    if (account.info().isEmpty()) {
      replant(account);
    }
  }

  public void replant(AccountData account) {
    account.replaceBy(JsonNodeFactory.instance.objectNode());
    var info = JsonNodeFactory.instance.objectNode();
    info.put("account_id", "sandbox_account").put("account_name", "Sandbox").put("next_id", 0);
    account.put(AccountData.INFO, "info", info);
    var owner = account.newId();
    account.put(AccountData.USERS, owner, owner(account, owner));
    var owned = account.info().deepCopy();
    if (systemKey) {
      owned.put("system_key_id", account.newId());
      owned.set("next_id", account.info().path("next_id"));
    } else {
      owned.put("user_id", owner);
    }
    account.put(AccountData.INFO, "info", owned);
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode owner(
      AccountData account, String id) {
    var user = JsonNodeFactory.instance.objectNode();
    user.put("id", id)
        .put("email", "owner@sandbox.test")
        .put("given_name", "Sandbox")
        .put("family_name", "Owner");
    user.put("verified", true).put("invited", false);
    user.putNull("picture").putNull("phone");
    user.put("role", "Account Administrator").put("active", true);
    user.put("logged_in_at", account.now()).put("created_at", account.now());
    return user;
  }
}
