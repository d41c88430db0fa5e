package dev.ftctl.kinds.group;

import dev.ftctl.fivetran.Holds;
import dev.ftctl.fivetran.Page;
import dev.ftctl.model.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Groups".
interface GroupApi {

  @RequestLine("GET /v1/groups?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/groups")
  Value.Mapping create(Value.Mapping body);

  @RequestLine(value = "PATCH /v1/groups/{id}", decodeSlash = false)
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine(value = "DELETE /v1/groups/{id}", decodeSlash = false)
  void delete(@Param("id") String id);
}
