package dev.ftctl.kinds.group;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.GroupsApi;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;

/// `Group`.
public final class GroupKind implements Kind {

  private final GroupDefinition definition = new GroupDefinition();

  @Override
  public KindDefinition definition() {
    return definition;
  }

  @Override
  public KindReader reader(Account account) {
    return new GroupReader(account.api(GroupsApi.class));
  }

  @Override
  public KindWriter writer(Account account) {
    return new GroupWriter(account.api(GroupsApi.class));
  }
}
