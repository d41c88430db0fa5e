package dev.ftctl.sandbox.others;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.Nodes;

/// `/account`.
public final class AccountRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/account/info", this::info);
  }

  private Reply info(Call call) {
    var info = call.account().info();
    var data = JsonNodeFactory.instance.objectNode();
    for (var field : new String[] {"account_id", "account_name", "user_id", "system_key_id"}) {
      Nodes.text(info, field).ifPresent(value -> data.put(field, value));
    }
    return Reply.ok("Account information retrieved successfully", data);
  }
}
