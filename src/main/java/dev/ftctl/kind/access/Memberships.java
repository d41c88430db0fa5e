package dev.ftctl.kind.access;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.MembershipsApi;
import dev.ftctl.model.value.Value;

/// The memberships of one user or team in one collection, as the account has them.
///
/// @param owners whose they are, as paths say it: `users` or `teams`
/// @param id of the user or team
/// @param members what paths call the other side: `groups`, `connections` or `users`
record Memberships(MembershipsApi api, String owners, String id, String members)
    implements MembershipCalls {

  /// Remote id to role.
  public Value.Mapping roles() {
    return Access.read(
        Pages.all((limit, cursor) -> api.list(owners, id, members, limit, cursor)), idKey());
  }

  @Override
  public void add(String member, String role) {
    api.add(owners, id, members, Access.body(idKey(), member, role));
  }

  @Override
  public void change(String member, String role) {
    api.change(owners, id, members, member, Access.body(role));
  }

  @Override
  public void remove(String member) {
    api.remove(owners, id, members, member);
  }

  @Override
  public boolean has(String member) {
    return roles().entries().containsKey(member);
  }

  /// Members of a team come as `user_id`, groups and connections as `id` (fivetran-quirks 2.8).
  private String idKey() {
    return members.equals("users") ? "user_id" : "id";
  }
}
