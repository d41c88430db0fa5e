package dev.ftctl.walk;

import java.util.ArrayList;
import java.util.List;

/// Connections of a random company, into some of its groups.
final class RandomConnections {

  private final RandomCompany company;
  private final RandomRoads roads;
  private final List<String> groups;
  private final boolean hasGhosts;
  private final List<String> instances = new ArrayList<>();
  private final List<String> stripes = new ArrayList<>();

  RandomConnections(
      RandomCompany company, RandomRoads roads, List<String> groups, boolean hasGhosts) {
    this.company = company;
    this.roads = roads;
    this.groups = groups;
    this.hasGhosts = hasGhosts;
  }

  /// All that were made, as `NAME@GROUP`.
  List<String> instances() {
    return instances;
  }

  /// Those of Stripe among them.
  List<String> stripes() {
    return stripes;
  }

  /// The connection, and what of its data syncs.
  List<String> of(String name) {
    List<String> into = groups.stream().filter(group -> company.chance(70)).toList();
    if (into.isEmpty()) {
      into = List.of(groups.getFirst());
    }
    into.forEach(group -> instances.add(name + "@" + group));
    String service =
        switch (name) {
          case "c0" -> "postgres";
          case "c1" -> company.one("mysql", "sql_server");
          case "c2" -> "google_sheets";
          default -> company.one("stripe", "stripe", "zendesk");
        };
    if (service.equals("stripe")) {
      into.forEach(group -> stripes.add(name + "@" + group));
    }
    boolean isDatabase = name.equals("c0") || name.equals("c1");
    boolean isDaily = company.chance(20);
    var spec = new StringBuilder();
    spec.append("  service: ").append(service).append('\n');
    spec.append("  groups: [").append(String.join(", ", into)).append("]\n");
    spec.append("  paused: ").append(company.chance(40)).append('\n');
    spec.append("  sync_frequency: ")
        .append(isDaily ? "1440" : company.one("15", "60", "360"))
        .append('\n');
    if (isDaily) {
      spec.append("  daily_sync_time: \"").append(company.one("03:00", "14:00")).append("\"\n");
    }
    if (company.chance(30)) {
      spec.append("  data_delay_sensitivity: ")
          .append(company.one("LOW", "NORMAL", "HIGH"))
          .append('\n');
    }
    spec.append("  config: {").append(config(name, service)).append("}\n");
    spec.append(roads.ofConnection(service, into));
    if (company.chance(30)) {
      spec.append("  overrides:\n    ")
          .append(into.getLast())
          .append(": {sync_frequency: 720")
          .append(isDaily ? ", daily_sync_time: null" : "")
          .append("}\n");
    }
    String connection = "kind: Connector\nmetadata: {name: " + name + "}\nspec:\n" + spec;
    return isDatabase && company.chance(80)
        ? List.of(connection, new RandomSettings(company, hasGhosts).of(name, service))
        : List.of(connection);
  }

  private String config(String name, String service) {
    return switch (service) {
      case "postgres", "mysql", "sql_server" ->
          "schema_prefix: %s, host: db%s.internal, port: %s, database: app, user: fivetran, password: \"${env:X:-harmless}\""
              .formatted(name, company.one("1", "2"), company.one("5432", "5433"));
      case "google_sheets" ->
          "schema: %s, table: t, auth_type: ServiceAccount, sheet_id: https://sheets.example/%s, named_range: %s"
              .formatted(name, company.one("a", "b"), company.one("r1", "r2"));
      case "stripe" -> "schema: %s, api_key: \"${env:X:-harmless}\"".formatted(name);
      default ->
          "schema: %s, domain: %s, email: data@acme.example, api_token: \"${env:X:-harmless}\""
              .formatted(name, company.one("acme", "acme2"));
    };
  }

  String absent(String name) {
    String service =
        switch (name) {
          case "c0", "c1" -> "postgres";
          case "c2" -> "google_sheets";
          default -> "stripe";
        };
    String naming =
        switch (name) {
          case "c0", "c1" -> "schema_prefix: " + name;
          case "c2" -> "schema: c2, table: t";
          default -> "schema: " + name;
        };
    return "kind: Connector\nmetadata: {name: %s, absent: true}\nspec: {service: %s, groups: [%s], config: {%s}}\n"
        .formatted(name, service, groups.getFirst(), naming);
  }
}
