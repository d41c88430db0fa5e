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

  /// @param type `SERVICE_ACCOUNT`; all without it
  /// @param hasKey only those that have an API key; all without it
  @RequestLine("GET /v1/users?user_type={type}&has_api_key={hasKey}&limit={limit}&cursor={cursor}")
  Page filtered(
      @Param("type") @Nullable String type,
      @Param("hasKey") @Nullable Boolean hasKey,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("GET /v1/users/{id}")
  Value.Mapping details(@Param("id") String id);

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
