package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Group Management" (fivetran-quirks 2.2).
public interface GroupsApi {

  @RequestLine("GET /v1/groups?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/groups")
  Value.Mapping create(Value.Mapping body);

  @RequestLine("PATCH /v1/groups/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/groups/{id}")
  void delete(@Param("id") String id);

  /// With which Fivetran enters hosts of SSH tunnels.
  @Holds("public_key")
  @RequestLine("GET /v1/groups/{id}/public-key")
  Value.Mapping publicKey(@Param("id") String id);

  /// As whom Fivetran enters what is Google's.
  @Holds("service_account")
  @RequestLine("GET /v1/groups/{id}/service-account")
  Value.Mapping serviceAccount(@Param("id") String id);
}
