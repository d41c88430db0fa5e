package dev.ftctl.fivetran;

import dev.ftctl.model.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Connector metadata" that name services (fivetran-api 2.12).
public interface ConnectorTypeApi {

  @RequestLine("GET /v1/metadata/connector-types?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @RequestLine(value = "GET /v1/metadata/connector-types/{service}", decodeSlash = false)
  Value.Mapping details(@Param("service") String service);
}
