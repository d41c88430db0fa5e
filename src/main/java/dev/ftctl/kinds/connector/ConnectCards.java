package dev.ftctl.kinds.connector;

import dev.ftctl.fivetran.Account;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Value;
import java.util.Map;

/// Links with which a person authorises a connection in the browser (fivetran-quirks 2.4). A link
/// holds a token: whoever has it may set the connection up.
public final class ConnectCards {

  private final ConnectorApi api;

  public ConnectCards(Account account) {
    this.api = account.api(ConnectorApi.class);
  }

  /// A fresh link.
  ///
  /// @param redirect where the browser goes when the person is done
  public String link(RemoteId connection, String redirect) {
    Value.Mapping body =
        Value.Mapping.of(
            Map.of(
                "connect_card_config",
                Value.Mapping.of(Map.of("redirect_uri", Value.text(redirect)))));
    return api.connectCard(connection.value(), body).mapping("connect_card").text("uri");
  }
}
