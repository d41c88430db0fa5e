package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;

/// The API keys of service accounts, a private preview that the API document lacks (fivetran-quirks
/// 2.7). Who has one is told by [UsersApi]. That POST makes the one key of an account, and DELETE
/// ends it, is known by their names alone.
public interface ApiKeysApi {

  @Holds("user_id")
  @RequestLine("GET /v1/users/{id}/api-keys")
  Value.Mapping details(@Param("id") String id);

  @Holds("secret")
  @RequestLine("POST /v1/users/{id}/api-keys")
  Value.Mapping create(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/users/{id}/api-keys")
  void delete(@Param("id") String id);

  @Holds("secret")
  @RequestLine("POST /v1/users/{id}/api-keys/rotate")
  Value.Mapping rotate(@Param("id") String id, Value.Mapping body);
}
