package dev.ftctl.kinds.connector;

import dev.ftctl.fivetran.Holds;
import dev.ftctl.fivetran.Page;
import dev.ftctl.model.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls about connections (fivetran-api 2.4).
interface ConnectorApi {

  @RequestLine("GET /v1/connections?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/connections")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/connections/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/connections/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/connections/{id}")
  void delete(@Param("id") String id);

  @RequestLine("POST /v1/connections/{id}/test")
  Value.Mapping test(@Param("id") String id, Value.Mapping body);

  /// Approves a key that setup tests met; `list` is `certificates` or `fingerprints`.
  @RequestLine(value = "POST /v1/connections/{id}/{list}", decodeSlash = false)
  Value.Mapping approve(@Param("id") String id, @Param("list") String list, Value.Mapping body);

  @RequestLine("POST /v1/connections/{id}/connect-card")
  Value.Mapping connectCard(@Param("id") String id, Value.Mapping body);
}
