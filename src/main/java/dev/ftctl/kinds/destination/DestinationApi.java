package dev.ftctl.kinds.destination;

import dev.ftctl.fivetran.Holds;
import dev.ftctl.fivetran.Page;
import dev.ftctl.model.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Destinations".
interface DestinationApi {

  @RequestLine("GET /v1/destinations?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/destinations")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine(value = "GET /v1/destinations/{id}", decodeSlash = false)
  Value.Mapping details(@Param("id") String id);

  @RequestLine(value = "PATCH /v1/destinations/{id}", decodeSlash = false)
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine(value = "DELETE /v1/destinations/{id}", decodeSlash = false)
  void delete(@Param("id") String id);

  @RequestLine(value = "POST /v1/destinations/{id}/test", decodeSlash = false)
  Value.Mapping test(@Param("id") String id, Value.Mapping body);

  /// Approves a key that setup tests met; `list` is `certificates` or `fingerprints`.
  @RequestLine(value = "POST /v1/destinations/{id}/{list}", decodeSlash = false)
  Value.Mapping approve(@Param("id") String id, @Param("list") String list, Value.Mapping body);
}
