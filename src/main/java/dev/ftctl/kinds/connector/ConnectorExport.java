package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.facet.TakenOver;
import dev.ftctl.kind.pairing.Networks;
import dev.ftctl.model.Live;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A live connection as a creation would send it.
record ConnectorExport(ConnectorTable table) implements Facets.Exported {

  private static final String SCHEMA = "schema";
  private static final String SENSITIVITY = "data_delay_sensitivity";
  private static final String SCHEDULE = "schedule";

  /// A connection that is given no agent gets its destination's (fivetran-quirks Q19).
  static final TakenOver AGENT =
      new TakenOver("hybrid_deployment_agent_id", "destination", "group_id");

  /// With the keys that name it, which answers lack (fivetran-quirks Q41), at the head of `config`;
  /// without what another field decides.
  @Override
  public Value.Mapping sent(Live live, boolean isWhole) {
    Value.Mapping fields = Networks.consistent(live.fields());
    Map<String, Value> config = new LinkedHashMap<>();
    Value.Mapping answered = fields.mapping(ConnectorTable.CONFIG);
    naming(fields.text(SCHEMA), answered, table.facts(live.fields()))
        .forEach((key, text) -> config.put(key, Value.text(text)));
    answered.entries().forEach(config::putIfAbsent);
    fields = fields.with(ConnectorTable.CONFIG, Value.Mapping.of(config));
    if (!fields.text(SENSITIVITY).equals("CUSTOM")) {
      fields = fields.without("data_delay_threshold");
    }
    return fields.get(SCHEDULE).isBlank()
        ? fields
        : fields.without("schedule_type").without("daily_sync_time");
  }

  @Override
  public Optional<TakenOver> takenOver() {
    return Optional.of(AGENT);
  }

  /// The naming keys of a name (fivetran-quirks 2.4.1). Where a service has two keys for what
  /// follows the schema, those that load several files into tables of their own are named by a
  /// group of tables.
  static Map<String, String> naming(
      String name, Value.Mapping config, Optional<ServiceFacts> facts) {
    NamingFamily family = facts.map(ServiceFacts::naming).orElse(NamingFamily.SCHEMA);
    if (family == NamingFamily.SCHEMA_PREFIX) {
      return Map.of("schema_prefix", name);
    }
    List<String> second =
        facts.stream()
            .flatMap(known -> known.namingKeys().stream())
            .filter(key -> key.startsWith("table"))
            .toList();
    int dot = name.indexOf('.');
    if (dot < 0 || second.isEmpty()) {
      return Map.of(SCHEMA, name);
    }
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(SCHEMA, name.substring(0, dot));
    keys.put(tableKey(second, config), name.substring(dot + 1));
    return keys;
  }

  private static String tableKey(List<String> keys, Value.Mapping config) {
    String wanted = config.get("files").isBlank() ? "table" : "table_group_name";
    return keys.contains(wanted) ? wanted : keys.getFirst();
  }

  /// What the API document states, and what the simulator and recordings agree on.
  @Override
  public Value.Mapping defaults(Value.Mapping fields) {
    Map<String, Value> config = new LinkedHashMap<>();
    Catalog.statedDefaults(fields.text(ConnectorTable.SERVICE))
        .forEach((field, text) -> config.put(field, Value.text(text)));
    return Value.Mapping.of(
        Map.of(
            "pause_after_trial",
            Value.bool(false),
            "schedule_type",
            Value.text("auto"),
            SENSITIVITY,
            Value.text("NORMAL"),
            "networking_method",
            Value.text("Directly"),
            ConnectorTable.CONFIG,
            Value.Mapping.of(config)));
  }
}
