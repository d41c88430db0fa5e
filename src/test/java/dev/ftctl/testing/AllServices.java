package dev.ftctl.testing;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.connectortype.ConnectorType;
import dev.ftctl.connectortype.Scaffold;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Manifests with something of every service of the catalogue, each field of its scaffold filled.
public final class AllServices {

  private static final Catalog CATALOG = Catalog.bundled();

  /// What names something else that would have to be there, and has a document of its own.
  private static final String OF_ANOTHER_OBJECT = "(?m)^ *package_id: .*\\R";

  /// The group and service of the destination that all connectors load into.
  private static final String WAREHOUSE = "snowflake";

  private AllServices() {}

  /// Of all services.
  public static String documents(long seed) {
    return documents(seed, 1);
  }

  /// Of one in so many services only.
  public static String documents(long seed, int step) {
    Stream<String> connectors =
        CATALOG.connectionServices().stream()
            .filter(service -> Math.floorMod(service.hashCode() + seed, step) == 0)
            .map(service -> filled(service, false, WAREHOUSE, seed));
    Stream<String> destinations =
        CATALOG.destinationServices().stream()
            .filter(service ->
                service.equals(WAREHOUSE) || Math.floorMod(service.hashCode() + seed, step) == 0)
            .map(service -> group(service) + "---\n" + filled(service, true, service, seed));
    return Stream.concat(destinations, connectors).collect(Collectors.joining("---\n"));
  }

  private static String group(String name) {
    return "kind: Group\nmetadata: {name: \"" + name + "\"}\n";
  }

  private static String filled(String service, boolean isDestination, String group, long seed) {
    ConnectorType type = ConnectorType.find(CATALOG, service, isDestination).orElseThrow();
    String filled = new Filling(seed).in(Scaffold.of(type), service, group);
    return filled.replaceAll(OF_ANOTHER_OBJECT, "");
  }
}
