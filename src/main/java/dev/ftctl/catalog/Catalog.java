package dev.ftctl.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/// The services that Fivetran offers and what their configs hold.
///
/// Immutable and safe from any thread. Of the catalogue's lines only those are parsed whose service
/// is asked for.
public final class Catalog {
  private final ServiceLines connections;
  private final ServiceLines destinations;
  private final ServiceLines logs;
  private final ServiceLines privateLinks;
  private final Map<String, String> former;

  Catalog(
      ServiceLines connections,
      ServiceLines destinations,
      ServiceLines logs,
      ServiceLines privateLinks,
      Map<String, String> former) {
    this.connections = connections;
    this.destinations = destinations;
    this.logs = logs;
    this.privateLinks = privateLinks;
    this.former = Map.copyOf(former);
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

  /// The facts of a service that logs are sent to, as `datadog_log`; empty when the catalogue
  /// doesn't know it.
  public Optional<ServiceFacts> log(String service) {
    return logs.facts(service);
  }

  /// The facts of a service that a private link leads to, as `SOURCE_AWS`; empty when the catalogue
  /// doesn't know it.
  public Optional<ServiceFacts> privateLink(String service) {
    return privateLinks.facts(service);
  }

  /// The names of all connection services.
  public NavigableSet<String> connectionServices() {
    return connections.services();
  }

  /// The names of all destination services.
  public NavigableSet<String> destinationServices() {
    return destinations.services();
  }

  /// The names of all services that logs are sent to.
  public NavigableSet<String> logServices() {
    return logs.services();
  }

  /// The names of all services that private links lead to.
  public NavigableSet<String> privateLinkServices() {
    return privateLinks.services();
  }

  /// Connection services that Fivetran renamed or retired, each with its successor, empty where
  /// there is none. Connections of them may still exist.
  public Map<String, String> formerServices() {
    return former;
  }

  /// What Fivetran's API document says that the top fields of a service's `config` are when nobody
  /// sets them, as texts by field; of few services it says so.
  public static Map<String, String> statedDefaults(String service) {
    return StatedDefaults.of(service);
  }

  /// Of the API document that the bundled catalogue was made from: `2026-06`.
  public static String date() {
    return ServiceLines.text("/schemas/catalog/as-of.txt").strip();
  }

  /// The same catalogue with further connection services, or more facts of those that it has, each
  /// a line of its format (docs/reference/catalog.md).
  public Catalog with(Collection<String> lines) {
    return lines.isEmpty()
        ? this
        : new Catalog(connections.with(lines), destinations, logs, privateLinks, former);
  }

  /// Read when first needed, so that commands without services never open the files.
  private static final class Bundled {
    private static final Catalog CATALOG =
        new Catalog(
            ServiceLines.ofResource("/schemas/catalog/connections.jsonl"),
            ServiceLines.ofResource("/schemas/catalog/destinations.jsonl"),
            ServiceLines.ofResource("/schemas/catalog/logs.jsonl"),
            ServiceLines.ofResource("/schemas/catalog/private-links.jsonl"),
            FactsLine.texts(ServiceLines.text("/schemas/catalog/former-services.json")));
  }
}
