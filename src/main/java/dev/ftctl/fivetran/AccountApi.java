package dev.ftctl.fivetran;

import dev.ftctl.model.Value;
import feign.RequestLine;

/// The collection "Account".
interface AccountApi {

  @Holds("account_id")
  @RequestLine("GET /v1/account/info")
  Value.Mapping info();
}
