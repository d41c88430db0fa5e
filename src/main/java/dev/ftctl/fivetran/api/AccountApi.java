package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.value.Value;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// Whose account it is (fivetran-quirks 2.1), and what its collections have alike. Feign reads an
/// interface as a whole, and a plan asks six of them for nothing but this.
public interface AccountApi {

  @Holds("account_id")
  @RequestLine("GET /v1/account/info")
  Value.Mapping info();

  /// @param collection as paths say it: `groups`
  @RequestLine("GET /v1/{collection}?limit={limit}&cursor={cursor}")
  Page list(
      @Param("collection") String collection,
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor);

  @Holds("id")
  @RequestLine("GET /v1/{collection}/{id}")
  Value.Mapping details(@Param("collection") String collection, @Param("id") String id);
}
