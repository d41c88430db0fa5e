package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "User Management" (fivetran-quirks 2.7), but for those about
/// memberships, which are [MembershipsApi].
public interface UsersApi {

  @RequestLine("GET /v1/users?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/users")
  Value.Mapping create(Value.Mapping body);

  @RequestLine("PATCH /v1/users/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/users/{id}")
  void delete(@Param("id") String id);

  @RequestLine("DELETE /v1/users/{id}/role")
  void removeRole(@Param("id") String id);
}
