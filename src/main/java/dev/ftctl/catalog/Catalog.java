package dev.ftctl.catalog;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/// The services that Fivetran offers and what their configs hold.
///
/// Immutable and safe from any thread. Of the catalogue's lines only those are parsed whose service
/// is asked for.
public final class Catalog {
  private final NavigableMap<String, ServiceFacts> connections = new TreeMap<>();
  private final NavigableMap<String, ServiceFacts> destinations = new TreeMap<>();

  private Catalog() {}

  /// The catalogue that ships with ftctl, from the class path.
  public static Catalog bundled() {
    return new Catalog();
  }

  /// The facts of a connection service; empty when the catalogue doesn't know it.
  public Optional<ServiceFacts> connection(String service) {
    return Optional.ofNullable(connections.get(service));
  }

  /// The facts of a destination service; empty when the catalogue doesn't know it.
  public Optional<ServiceFacts> destination(String service) {
    return Optional.ofNullable(destinations.get(service));
  }

  /// The names of all connection services.
  public NavigableSet<String> connectionServices() {
    return Collections.unmodifiableNavigableSet(connections.navigableKeySet());
  }

  /// The names of all destination services.
  public NavigableSet<String> destinationServices() {
    return Collections.unmodifiableNavigableSet(destinations.navigableKeySet());
  }
}
