package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Connector Metadata": what services there are (fivetran-quirks 2.12).
public interface MetadataApi {

  @RequestLine("GET /v1/metadata/connector-types?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @RequestLine("GET /v1/metadata/connector-types/{service}")
  Value.Mapping details(@Param("service") String service);
}
