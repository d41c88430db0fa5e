package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Envelope;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Calls of which nothing is known but where they go, for whoever names one by hand. Each takes a
/// whole URL: that of the account, and a path below it, percent-encoded.
public interface AnyCallApi {

  @RequestLine("GET ")
  Envelope get(URI url);

  /// A page of a list.
  @RequestLine("GET ?limit={limit}&cursor={cursor}")
  Page list(URI url, @Param("limit") int limit, @Param("cursor") @Nullable String cursor);

  @RequestLine("DELETE ")
  Envelope delete(URI url);

  @RequestLine("POST ")
  Envelope post(URI url, Value.Mapping body);

  @RequestLine("PATCH ")
  Envelope patch(URI url, Value.Mapping body);

  @RequestLine("PUT ")
  Envelope put(URI url, Value.Mapping body);
}
