package dev.ftctl.kinds.webhook;

import dev.ftctl.fivetran.Holds;
import dev.ftctl.fivetran.Page;
import dev.ftctl.model.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Webhooks".
interface WebhookApi {

  @RequestLine("GET /v1/webhooks?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/webhooks/account")
  Value.Mapping createForAccount(Value.Mapping body);

  @Holds("id")
  @RequestLine(value = "POST /v1/webhooks/group/{group}", decodeSlash = false)
  Value.Mapping createForGroup(@Param("group") String group, Value.Mapping body);

  @RequestLine(value = "PATCH /v1/webhooks/{id}", decodeSlash = false)
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine(value = "DELETE /v1/webhooks/{id}", decodeSlash = false)
  void delete(@Param("id") String id);
}
