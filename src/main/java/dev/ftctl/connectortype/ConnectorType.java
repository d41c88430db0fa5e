package dev.ftctl.connectortype;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A service with what its configuration takes: of a connector or, `isDestination`, of a
/// destination.
///
/// @param naming the config keys that name a connection, in words; empty for a destination
public record ConnectorType(
    String service,
    boolean isDestination,
    List<String> naming,
    List<TypeField> config,
    List<TypeField> auth) {

  public ConnectorType {
    naming = List.copyOf(naming);
    config = List.copyOf(config);
    auth = List.copyOf(auth);
  }

  /// What the catalogue says; empty for a service that it doesn't know. Some names are both: then
  /// `wantsDestination` decides, else whichever there is.
  public static Optional<ConnectorType> find(
      Catalog catalog, String service, boolean wantsDestination) {
    Optional<ConnectorType> destination =
        catalog.destination(service).map(facts -> of(facts, true));
    if (wantsDestination) {
      return destination;
    }
    return catalog.connection(service).map(facts -> of(facts, false)).or(() -> destination);
  }

  private static ConnectorType of(ServiceFacts facts, boolean isDestination) {
    var config = new ArrayList<TypeField>();
    facts.namingKeys().forEach(key -> config.add(TypeField.naming(key)));
    facts
        .config()
        .values()
        .forEach(field -> config.add(TypeField.of(field, facts.immutableConfig())));
    var auth = facts.auth().values().stream().map(field -> TypeField.of(field, Set.of())).toList();
    return new ConnectorType(
        facts.service(), isDestination, List.copyOf(facts.naming().keys()), config, auth);
  }

  /// The same with other fields in `config`.
  ConnectorType withConfig(List<TypeField> fields) {
    return new ConnectorType(service, isDestination, naming, fields, auth);
  }
}
