package dev.ftctl.kinds.team;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.AccessCalls;
import dev.ftctl.kind.plain.AccountCollection;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Reads teams, and those memberships that somebody is interested in.
record TeamReader(AccountCollection teams, AccessCalls access, Account account)
    implements KindReader {

  @Override
  public List<Live> list() {
    return teams.all().stream().map(TeamReader::live).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    Value owner = Value.text(account.info().userId());
    return light.withFields(access.read(light, interest).with(Access.OWNER, owner));
  }

  private static Live live(Value.Mapping team) {
    String name = team.text("name");
    return new Live("team", new RemoteId(team.text("id")), name, name, team, true);
  }
}
