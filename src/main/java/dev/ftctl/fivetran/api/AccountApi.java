package dev.ftctl.fivetran.api;

import dev.ftctl.fivetran.answer.Holds;
import dev.ftctl.model.value.Value;
import feign.RequestLine;

/// The calls of the API page "Account Management" (fivetran-quirks 2.1).
public interface AccountApi {

  @Holds("account_id")
  @RequestLine("GET /v1/account/info")
  Value.Mapping info();
}
