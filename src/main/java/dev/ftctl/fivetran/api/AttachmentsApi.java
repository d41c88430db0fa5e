package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Page;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The lists of what connections and destinations are attached to, of the API pages "Proxy Agent"
/// and "Hybrid Deployment Agent".
public interface AttachmentsApi {

  @RequestLine("GET /v1/proxy?limit={limit}&cursor={cursor}")
  Page proxyAgents(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @RequestLine("GET /v1/hybrid-deployment-agents?limit={limit}&cursor={cursor}")
  Page hybridAgents(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);
}
