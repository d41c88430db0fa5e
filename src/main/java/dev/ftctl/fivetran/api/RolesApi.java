package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Page;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The API page "Role Management".
public interface RolesApi {

  @RequestLine("GET /v1/roles?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);
}
