package dev.ftctl.kinds.user;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.MembershipsApi;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;

/// `User`.
public final class UserKind implements Kind {

  private final UserDefinition definition = new UserDefinition();

  @Override
  public KindDefinition definition() {
    return definition;
  }

  @Override
  public KindReader reader(Account account) {
    return new UserReader(account.api(UsersApi.class), account.api(MembershipsApi.class), account);
  }

  @Override
  public KindWriter writer(Account account) {
    return new UserWriter(account.api(UsersApi.class), account.api(MembershipsApi.class), account);
  }
}
