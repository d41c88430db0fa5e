package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The calls of the API page "Connection Management" (fivetran-quirks 2.4).
public interface ConnectionsApi {

  @RequestLine("GET /v1/connections?limit={limit}&cursor={cursor}")
  Page list(@Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("POST /v1/connections")
  Value.Mapping create(Value.Mapping body);

  @Holds("id")
  @RequestLine("GET /v1/connections/{id}")
  Value.Mapping details(@Param("id") String id);

  @RequestLine("PATCH /v1/connections/{id}")
  Value.Mapping update(@Param("id") String id, Value.Mapping body);

  @RequestLine("DELETE /v1/connections/{id}")
  void delete(@Param("id") String id);

  /// A link with which a person authorises a connection in the browser. It holds a token: whoever
  /// has it may set the connection up.
  @RequestLine("POST /v1/connections/{id}/connect-card")
  Value.Mapping connectCard(@Param("id") String id, Value.Mapping body);

  @RequestLine("POST /v1/connections/{id}/test")
  Value.Mapping test(@Param("id") String id, Value.Mapping body);

  /// The cursor of a Function or Connector SDK connection. Others answer 405 (the document says
  /// 400), and 400 those that have none yet.
  @Holds("state")
  @RequestLine("GET /v1/connections/{id}/state")
  Value.Mapping state(@Param("id") String id);

  /// Of a paused connection: 409 while a sync still runs.
  @RequestLine("PATCH /v1/connections/{id}/state")
  void updateState(@Param("id") String id, Value.Mapping body);

  /// The syncs that began between two moments, newest first: seven days at most.
  @RequestLine(
      "GET /v1/connections/{id}/sync-history?start_time={from}&end_time={to}&limit={limit}&cursor={cursor}")
  Page history(
      @Param("id") String id,
      @Param("from") String from,
      @Param("to") String to,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  /// Begins a sync, unless one runs already and `force` is not said.
  @RequestLine("POST /v1/connections/{id}/sync")
  void sync(@Param("id") String id, Value.Mapping body);

  /// Loads history again: of everything, or of `scope`, `{schema: [tables]}`.
  @RequestLine("POST /v1/connections/{id}/resync")
  void resync(@Param("id") String id, Value.Mapping body);
}
