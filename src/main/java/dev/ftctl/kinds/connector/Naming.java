package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The name of a connection in its group, the API's root `schema`, which follows from naming keys
/// in `config` (fivetran-quirks 2.4.1).
final class Naming {

  /// The keys of every family, for services that the catalogue does not know.
  private static final Set<String> ALL_KEYS =
      Set.of("schema", "table", "schema_prefix", "table_group_name");

  private static final String REPORTS = "reports";

  private Naming() {}

  static Set<String> keys(Optional<ServiceFacts> facts) {
    return facts.map(ServiceFacts::namingKeys).orElse(ALL_KEYS);
  }

  /// Empty while a key that the name needs is missing.
  static Optional<String> schemaName(Optional<ServiceFacts> facts, Value.Mapping config) {
    return facts.isPresent()
        ? facts.get().schemaName(key -> said(config, key)).or(() -> ofReports(facts.get(), config))
        : said(config, "schema_prefix")
            .or(() ->
                said(config, "schema")
                    .map(schema ->
                        said(config, "table")
                            .or(() -> said(config, "table_group_name"))
                            .map(second -> schema + "." + second)
                            .orElse(schema)));
  }

  /// Reports bring their tables, so that the service needs none in the name (fivetran-quirks
  /// 2.4.1).
  private static Optional<String> ofReports(ServiceFacts facts, Value.Mapping config) {
    boolean bringTables =
        facts.naming() == NamingFamily.SCHEMA_TABLE
            && Stream.of("table", "table_name")
                .anyMatch(table -> facts.field(List.of(REPORTS, table)).isPresent());
    return bringTables && !config.get(REPORTS).isBlank()
        ? said(config, "schema")
        : Optional.empty();
  }

  /// The keys that are missing, in words: `config.schema_prefix`, `config.schema and config.table`.
  static String needed(Optional<ServiceFacts> facts) {
    List<String> keys = facts.map(known -> known.naming().keys()).orElse(List.of("schema"));
    return String.join(" and ", keys.stream().map(key -> "config." + key).toList());
  }

  /// The spec without naming keys that the live `config` lacks: answers hold them or don't, by
  /// service and version (fivetran-quirks 2.4.1), and the name itself is what the connection was
  /// found by. Where the catalogue knows the service, they are marked in its table.
  static Value.Mapping unanswered(
      Optional<ServiceFacts> facts, Value.Mapping spec, Value.Mapping live) {
    if (facts.isPresent() || !(spec.get(ConnectorTable.CONFIG) instanceof Value.Mapping config)) {
      return spec;
    }
    Value.Mapping there = live.mapping(ConnectorTable.CONFIG);
    Value.Mapping left = config;
    for (String key : ALL_KEYS) {
      left = there.get(key).isBlank() ? left.without(key) : left;
    }
    return spec.with(ConnectorTable.CONFIG, left);
  }

  private static Optional<String> said(Value.Mapping config, String key) {
    return Optional.of(config.text(key)).filter(text -> !text.isEmpty());
  }
}
