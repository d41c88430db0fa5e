package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls about memberships that the API pages "User Management" and "Team Management" have in
/// common (fivetran-quirks 2.7, 2.8).
///
/// `owners` is `users` or `teams`, and `id` one of them; `members` is what stands below it,
/// `groups` or `connections`, and below a team `users`, too.
public interface MembershipsApi {

  @RequestLine("GET /v1/{owners}/{id}/{members}?limit={limit}&cursor={cursor}")
  Page list(
      @Param("owners") String owners,
      @Param("id") String id,
      @Param("members") String members,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  @RequestLine("POST /v1/{owners}/{id}/{members}")
  void add(
      @Param("owners") String owners,
      @Param("id") String id,
      @Param("members") String members,
      Value.Mapping body);

  @RequestLine("PATCH /v1/{owners}/{id}/{members}/{member}")
  void change(
      @Param("owners") String owners,
      @Param("id") String id,
      @Param("members") String members,
      @Param("member") String member,
      Value.Mapping body);

  @RequestLine("DELETE /v1/{owners}/{id}/{members}/{member}")
  void remove(
      @Param("owners") String owners,
      @Param("id") String id,
      @Param("members") String members,
      @Param("member") String member);
}
