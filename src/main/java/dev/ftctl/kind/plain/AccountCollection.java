package dev.ftctl.kind.plain;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.fivetran.api.AccountApi;
import dev.ftctl.model.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one collection of an account holds, for whoever only reads it.
///
/// @param name as paths say it: `groups`
public record AccountCollection(AccountApi api, String name) {

  public static AccountCollection of(Account account, String name) {
    return new AccountCollection(account.api(AccountApi.class), name);
  }

  /// One page of it.
  public Page list(int limit, @Nullable String cursor) {
    return api.list(name, limit, cursor);
  }

  /// All of it, page by page.
  public List<Value.Mapping> all() {
    return Pages.all(this::list);
  }

  public Value.Mapping details(String id) {
    return api.details(name, id);
  }
}
