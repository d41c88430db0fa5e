package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "External Secrets Manager Management" (fivetran-quirks 2.20).
public interface SecretsManagersApi {

  @RequestLine("GET /v1/external-secrets-managers?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/external-secrets-managers")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/external-secrets-managers/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/external-secrets-managers/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/external-secrets-managers/{id}")
  void delete(@Param("id") String id);
}
