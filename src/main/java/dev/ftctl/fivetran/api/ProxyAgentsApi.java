package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;

/// The writing calls of the API page "Proxy Agent Management" (fivetran-quirks 2.17); the list is
/// one of [AttachmentsApi].
public interface ProxyAgentsApi {

  @Holds("agent_id")
  @RequestLine("POST /v1/proxy")
  Value.Mapping create(Value.Mapping body);

  @RequestLine("DELETE /v1/proxy/{id}")
  void delete(@Param("id") String id);

  @Holds("auth_token")
  @RequestLine("POST /v1/proxy/{id}/regenerate-secrets")
  Value.Mapping regenerateSecrets(@Param("id") String id);
}
