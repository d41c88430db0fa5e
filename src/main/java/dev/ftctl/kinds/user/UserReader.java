package dev.ftctl.kinds.user;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.MembershipsApi;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.Memberships;
import dev.ftctl.model.Live;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Map;

/// Reads users, and those memberships that a manifest names.
record UserReader(UsersApi api, MembershipsApi memberships, Account account) implements KindReader {

  static final String OWNERS = "users";

  /// What manifests call a block, and what paths do.
  static final Map<String, String> BLOCKS = Map.of("groups", "groups", "connectors", "connections");

  @Override
  public List<Live> list() {
    Value owner = Value.text(account.info().userId());
    return Pages.all(api::list).stream().map(user -> live(user.with(Access.OWNER, owner))).toList();
  }

  @Override
  public Live details(Live light, Resource wanted) {
    Value.Mapping fields = light.fields();
    for (Map.Entry<String, String> block : BLOCKS.entrySet()) {
      if (!wanted.spec().get(block.getKey()).isAbsent()) {
        var there = new Memberships(memberships, OWNERS, light.id().value(), block.getValue());
        fields = fields.with(block.getKey(), there.roles());
      }
    }
    return light.withFields(fields);
  }

  static Live live(Value.Mapping user) {
    String email = user.text("email");
    return new Live(
        "user", new RemoteId(user.text("id")), UserDefinition.key(email), email, user, true);
  }
}
