package dev.ftctl.kinds.user;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.AccessCalls;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Reads users, and those memberships that somebody is interested in.
record UserReader(UsersApi api, AccessCalls access, Account account) implements KindReader {

  @Override
  public List<Live> list() {
    Value owner = Value.text(account.info().userId());
    return Pages.all(api::list).stream().map(user -> live(user.with(Access.OWNER, owner))).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    return light.withFields(access.read(light, interest));
  }

  private static Live live(Value.Mapping user) {
    String id = user.text("id");
    String email = user.text("email");
    return email.isBlank()
        ? new Live("user", new RemoteId(id), "~" + id, nameless(user, id), user, true)
        : new Live("user", new RemoteId(id), UserDefinition.key(email), email, user, true);
  }

  /// Service accounts have no e-mail; what they are called need not be theirs alone.
  private static String nameless(Value.Mapping user, String id) {
    String name = (user.text("given_name") + " " + user.text("family_name")).strip();
    return name.isEmpty() ? "~" + id : name.replaceAll("\\s+", "-") + "~" + id;
  }
}
