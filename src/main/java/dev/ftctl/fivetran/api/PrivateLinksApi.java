package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Private Link Management" (fivetran-quirks 2.16).
public interface PrivateLinksApi {

  @RequestLine("GET /v1/private-links?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/private-links")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/private-links/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/private-links/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/private-links/{id}")
  void delete(@Param("id") String id);
}
