package dev.ftctl.kinds.user;

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

/// Reads users, and those memberships that somebody is interested in.
record UserReader(AccountCollection users, AccessCalls access, Account account)
    implements KindReader {

  @Override
  public List<Live> list() {
    Value owner = Value.text(account.info().userId());
    return users.all().stream().map(user -> live(user.with(Access.OWNER, owner))).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    return light.withFields(access.read(light, interest));
  }

  /// What has neither e-mail nor name is told apart by its id.
  private static Live live(Value.Mapping user) {
    String id = user.text("id");
    String key = UserDefinition.key(user);
    String email = user.text("email");
    String name = email.isBlank() ? ServiceAccounts.label(user) : email;
    return new Live(
        "user",
        new RemoteId(id),
        key.isEmpty() ? "~" + id : key,
        name.isEmpty() ? "~" + id : name,
        user,
        true);
  }
}
