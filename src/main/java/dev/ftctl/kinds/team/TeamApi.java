package dev.ftctl.kinds.team;

import dev.ftctl.fivetran.Holds;
import dev.ftctl.fivetran.Page;
import dev.ftctl.model.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Teams". `block` is `groups`, `connections` or `users`.
interface TeamApi {

  @RequestLine("GET /v1/teams?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/teams")
  Value.Mapping create(Value.Mapping body);

  @RequestLine(value = "PATCH /v1/teams/{id}", decodeSlash = false)
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine(value = "DELETE /v1/teams/{id}", decodeSlash = false)
  void delete(@Param("id") String id);

  @RequestLine(value = "DELETE /v1/teams/{id}/role", decodeSlash = false)
  void removeRole(@Param("id") String id);

  @RequestLine(
      value = "GET /v1/teams/{id}/{block}?limit={limit}&cursor={cursor}",
      decodeSlash = false)
  Page memberships(
      @Param("id") String id,
      @Param("block") String block,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  @RequestLine(value = "POST /v1/teams/{id}/{block}", decodeSlash = false)
  void addMembership(@Param("id") String id, @Param("block") String block, Value.Mapping body);

  @RequestLine(value = "PATCH /v1/teams/{id}/{block}/{member}", decodeSlash = false)
  void changeMembership(
      @Param("id") String id,
      @Param("block") String block,
      @Param("member") String member,
      Value.Mapping body);

  @RequestLine(value = "DELETE /v1/teams/{id}/{block}/{member}", decodeSlash = false)
  void removeMembership(
      @Param("id") String id, @Param("block") String block, @Param("member") String member);
}
