package dev.ftctl.fivetran.api;

import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;

/// The calls of the API page "Certificate Management": which keys of hosts are trusted
/// (fivetran-quirks 2.6). `list` is `certificates` or `fingerprints`.
public interface CertificatesApi {

  @RequestLine("POST /v1/connections/{id}/{list}")
  Value.Mapping approveForConnection(
      @Param("id") String id, @Param("list") String list, Value.Mapping body);

  @RequestLine("POST /v1/destinations/{id}/{list}")
  Value.Mapping approveForDestination(
      @Param("id") String id, @Param("list") String list, Value.Mapping body);
}
