package dev.ftctl.kinds.team;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.MembershipsApi;
import dev.ftctl.fivetran.api.TeamsApi;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.Memberships;
import dev.ftctl.model.Live;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Map;

/// Reads teams, and those memberships that a manifest names.
record TeamReader(TeamsApi api, MembershipsApi memberships, Account account) implements KindReader {

  static final String OWNERS = "teams";

  /// What manifests call a block, and what paths do.
  static final Map<String, String> BLOCKS =
      Map.of("users", "users", "groups", "groups", "connectors", "connections");

  @Override
  public List<Live> list() {
    return Pages.all(api::list).stream().map(TeamReader::live).toList();
  }

  @Override
  public Live details(Live light, Resource wanted) {
    Value.Mapping fields = light.fields().with(Access.OWNER, Value.text(account.info().userId()));
    for (Map.Entry<String, String> block : BLOCKS.entrySet()) {
      if (!wanted.spec().get(block.getKey()).isAbsent()) {
        var there = new Memberships(memberships, OWNERS, light.id().value(), block.getValue());
        fields = fields.with(block.getKey(), there.roles());
      }
    }
    return light.withFields(fields);
  }

  private static Live live(Value.Mapping team) {
    String name = team.text("name");
    return new Live("team", new RemoteId(team.text("id")), name, name, team, true);
  }
}
