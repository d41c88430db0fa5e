package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "System Key Management" (fivetran-quirks 2.19).
public interface SystemKeysApi {

  @RequestLine("GET /v1/system-keys?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/system-keys")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/system-keys/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/system-keys/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/system-keys/{id}")
  void delete(@Param("id") String id);

  @Holds("secret")
  @RequestLine("POST /v1/system-keys/{id}/rotate")
  Value.Mapping rotate(@Param("id") String id, Value.Mapping body);
}
