package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.file.FilePart;
import dev.ftctl.model.file.SpooledFile;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Connector SDK Package" (fivetran-quirks 2.21).
public interface SdkPackagesApi {

  @RequestLine("GET /v1/connector-sdk/packages?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/connector-sdk/packages")
  Value.Mapping create(FilePart file);

  @Holds("id")
  @RequestLine("PATCH /v1/connector-sdk/packages/{id}")
  Value.Mapping update(@Param("id") String id, FilePart file);

  @RequestLine("DELETE /v1/connector-sdk/packages/{id}")
  void delete(@Param("id") String id);

  @RequestLine("GET /v1/connector-sdk/packages/{id}/download")
  SpooledFile download(@Param("id") String id);
}
