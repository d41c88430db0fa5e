package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Log Service Management" (fivetran-quirks 2.11). A group has one log
/// service at most, the account another one.
public interface LogsApi {

  @RequestLine("GET /v1/external-logging?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/external-logging")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/external-logging/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/external-logging/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/external-logging/{id}")
  void delete(@Param("id") String id);

  @RequestLine("POST /v1/external-logging/{id}/test")
  Value.Mapping test(@Param("id") String id, Value.Mapping body);

  @Holds("id")
  @RequestLine("POST /v1/external-logging/account")
  Value.Mapping createForAccount(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/external-logging/account")
  Value.Mapping detailsOfAccount();

  @RequestLine("PATCH /v1/external-logging/account")
  Value.Mapping updateForAccount(Value.Mapping body);

  @RequestLine("DELETE /v1/external-logging/account")
  void deleteForAccount();

  @RequestLine("POST /v1/external-logging/account/test")
  Value.Mapping testForAccount(Value.Mapping body);
}
