package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Webhook Management" (fivetran-quirks 2.10).
public interface WebhooksApi {

  @RequestLine("GET /v1/webhooks?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/webhooks/account")
  Value.Mapping createForAccount(Value.Mapping body);

  @Holds("id")
  @RequestLine("POST /v1/webhooks/group/{group}")
  Value.Mapping createForGroup(@Param("group") String group, Value.Mapping body);

  @RequestLine("PATCH /v1/webhooks/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/webhooks/{id}")
  void delete(@Param("id") String id);

  /// Sends an event of a made-up connection to the url.
  ///
  /// @return `succeed`, and what the url answered: `status`, `message`
  @Holds("succeed")
  @RequestLine("POST /v1/webhooks/{id}/test")
  Value.Mapping test(@Param("id") String id, Value.Mapping body);
}
