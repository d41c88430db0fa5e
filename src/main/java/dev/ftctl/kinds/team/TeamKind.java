package dev.ftctl.kinds.team;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.MembershipsApi;
import dev.ftctl.fivetran.api.TeamsApi;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;

/// `Team`.
public final class TeamKind implements Kind {

  private final TeamDefinition definition = new TeamDefinition();

  @Override
  public KindDefinition definition() {
    return definition;
  }

  @Override
  public KindReader reader(Account account) {
    return new TeamReader(account.api(TeamsApi.class), account.api(MembershipsApi.class), account);
  }

  @Override
  public KindWriter writer(Account account) {
    return new TeamWriter(account.api(TeamsApi.class), account.api(MembershipsApi.class));
  }
}
