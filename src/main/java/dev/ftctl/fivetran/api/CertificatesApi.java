package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Certificate Management": which keys of hosts are trusted
/// (fivetran-quirks 2.6). `list` is `certificates` or `fingerprints`.
public interface CertificatesApi {

  @RequestLine("GET /v1/connections/{id}/{list}?limit={limit}&cursor={cursor}")
  Page ofConnection(
      @Param("id") String id,
      @Param("list") String list,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  @RequestLine("GET /v1/destinations/{id}/{list}?limit={limit}&cursor={cursor}")
  Page ofDestination(
      @Param("id") String id,
      @Param("list") String list,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  @RequestLine("POST /v1/connections/{id}/{list}")
  Value.Mapping approveForConnection(
      @Param("id") String id, @Param("list") String list, Value.Mapping body);

  @RequestLine("POST /v1/destinations/{id}/{list}")
  Value.Mapping approveForDestination(
      @Param("id") String id, @Param("list") String list, Value.Mapping body);

  /// @param key the `id` that the list tells, which is the hash in URL-safe Base64
  @RequestLine("DELETE /v1/connections/{id}/{list}/{key}")
  void revokeOfConnection(
      @Param("id") String id, @Param("list") String list, @Param("key") String key);

  /// @param key the `id` that the list tells, which is the hash in URL-safe Base64
  @RequestLine("DELETE /v1/destinations/{id}/{list}/{key}")
  void revokeOfDestination(
      @Param("id") String id, @Param("list") String list, @Param("key") String key);
}
