package dev.ftctl.sandbox.people;

import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import java.util.function.Function;

/// `/roles`: what roles there are. The API has no way to change them.
public final class RoleRoutes implements Routes {

  @Override
  public void addTo(RouteTable table) {
    table.get(
        "/roles",
        call ->
            Reply.ok(
                "Roles list retrieved successfully",
                call.page().of(RoleFacts.of(call.account()), Function.identity())));
  }
}
