package dev.ftctl.kinds.team;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.access.Access;
import dev.ftctl.model.Live;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Map;

/// Reads teams, and those memberships that a manifest names.
record TeamReader(TeamApi api, Account account) implements KindReader {

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
        fields = fields.with(block.getKey(), memberships(light.id(), block.getValue()));
      }
    }
    return light.withFields(fields);
  }

  /// Members of a team come as `user_id`, its groups and connections as `id` (fivetran-api 2.8).
  static String idKey(String block) {
    return block.equals("users") ? "user_id" : "id";
  }

  private static Live live(Value.Mapping team) {
    String name = team.text("name");
    return new Live("team", new RemoteId(team.text("id")), name, name, team, true);
  }

  private Value.Mapping memberships(RemoteId id, String block) {
    return Access.read(
        Pages.all((limit, cursor) -> api.memberships(id.value(), block, limit, cursor)),
        idKey(block));
  }
}
