package dev.ftctl.catalog;

import java.util.NavigableSet;
import java.util.Optional;

/// The services that Fivetran offers and what their configs hold.
///
/// Immutable and safe from any thread. Of the catalogue's lines only those are parsed whose service
/// is asked for.
public final class Catalog {
  private final ServiceLines connections;
  private final ServiceLines destinations;

  Catalog(ServiceLines connections, ServiceLines destinations) {
    this.connections = connections;
    this.destinations = destinations;
  }

  /// The catalogue that ships with ftctl, from the class path; always the same instance.
  public static Catalog bundled() {
    return Bundled.CATALOG;
  }

  /// The facts of a connection service; empty when the catalogue doesn't know it.
  public Optional<ServiceFacts> connection(String service) {
    return connections.facts(service);
  }

  /// The facts of a destination service; empty when the catalogue doesn't know it.
  public Optional<ServiceFacts> destination(String service) {
    return destinations.facts(service);
  }

  /// The names of all connection services.
  public NavigableSet<String> connectionServices() {
    return connections.services();
  }

  /// The names of all destination services.
  public NavigableSet<String> destinationServices() {
    return destinations.services();
  }

  /// Read when first needed, so that commands without services never open the files.
  private static final class Bundled {
    private static final Catalog CATALOG =
        new Catalog(
            ServiceLines.ofResource("/schemas/catalog/connections.jsonl"),
            ServiceLines.ofResource("/schemas/catalog/destinations.jsonl"));
  }
}
