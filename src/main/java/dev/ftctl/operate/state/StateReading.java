package dev.ftctl.operate.state;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.Optional;
import java.util.Set;

/// Reads states.
public record StateReading(ConnectionsApi api) {

  private static final String MEMBER = "state";

  /// Function connectors and the Connector SDK (fivetran-quirks 2.4.4).
  private static final Set<String> SERVICES =
      Set.of("aws_lambda", "azure_function", "connector_sdk", "google_cloud_function");

  /// The state of a connection; empty where none was written yet.
  ///
  /// @throws RefusedException when connections of its service have none
  /// @throws ApiException when it can't be read
  public Optional<Value.Mapping> of(Named connection) {
    try {
      return api.state(connection.id()).get(MEMBER) instanceof Value.Mapping state
          ? Optional.of(state)
          : Optional.empty();
    } catch (ApiException refused) {
      int status = refused.failure().isForeign() ? 0 : refused.failure().status();
      String service = connection.live().fields().text("service");
      if (status == 400 && SERVICES.contains(service)) {
        return Optional.empty();
      }
      if (status == 405 || status == 400) {
        throw new RefusedException(
            Refusal.USAGE,
            connection.address() + " is of the service " + service + ", which keeps no state",
            "Only Function connectors and the Connector SDK do: "
                + String.join(", ", SERVICES.stream().sorted().toList())
                + ".");
      }
      throw refused;
    }
  }

  /// As the API takes it.
  static Value.Mapping body(Value.Mapping state) {
    return Value.Mapping.EMPTY.with(MEMBER, state);
  }
}
