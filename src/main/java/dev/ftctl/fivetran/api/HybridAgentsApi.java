package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;

/// The writing calls of the API page "Hybrid Deployment Agent Management" (fivetran-quirks 2.18);
/// the list is one of [AttachmentsApi].
public interface HybridAgentsApi {

  @Holds("id")
  @RequestLine("POST /v1/hybrid-deployment-agents")
  Value.Mapping create(Value.Mapping body);

  @RequestLine("DELETE /v1/hybrid-deployment-agents/{id}")
  void delete(@Param("id") String id);

  @RequestLine("PATCH /v1/hybrid-deployment-agents/{id}/re-auth")
  Value.Mapping authorizeAgain(@Param("id") String id, Value.Mapping body);
}
