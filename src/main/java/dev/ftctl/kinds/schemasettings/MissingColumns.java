package dev.ftctl.kinds.schemasettings;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks up the columns that a manifest names and the configuration does not list. Unlisted means
/// "follows the policy" (fivetran-quirks Q48), but also "does not exist", and only the source's own
/// list of columns tells which. It is asked only for tables where a wish differs from the policy,
/// so that a plan without changes asks nothing.
final class MissingColumns {

  /// Marks a table whose columns are all known; no API member starts so.
  static final String COMPLETE = "~complete";

  private final SchemasApi api;
  private final String connectionId;

  MissingColumns(SchemasApi api, String connectionId) {
    this.api = api;
    this.connectionId = connectionId;
  }

  Value.Mapping filledIn(Value.Mapping configuration, Settings settings) {
    ChangePolicy policy =
        ChangePolicy.named(configuration.text(Settings.POLICY)).orElse(ChangePolicy.ALLOW_ALL);
    Value.Mapping schemas = configuration.mapping("schemas");
    Value.Mapping filled = schemas;
    for (var schema :
        Settings.resolved(settings.schemas(), schemas.entries().keySet()).entrySet()) {
      Value.Mapping tables = schemas.mapping(schema.getKey()).mapping("tables");
      var richer = new LinkedHashMap<String, Value>(tables.entries());
      Settings.resolved(schema.getValue().children(), tables.entries().keySet())
          .forEach((table, wish) -> fill(schema.getKey(), table, wish, policy, richer));
      if (!richer.equals(tables.entries())) {
        filled =
            filled.with(
                schema.getKey(),
                schemas.mapping(schema.getKey()).with("tables", Value.Mapping.of(richer)));
      }
    }
    return configuration.with("schemas", filled);
  }

  private void fill(
      String schema,
      String table,
      WantedElement wish,
      ChangePolicy policy,
      Map<String, Value> tables) {
    if (!(tables.get(table) instanceof Value.Mapping live)
        || !new Element(List.of(schema, table), live, true).takesColumns()) {
      return;
    }
    Value.Mapping listed = live.mapping("columns");
    boolean differs =
        wish.children().entrySet().stream()
            .filter(
                column -> !Glob.isGlob(column.getKey()) && listed.get(column.getKey()).isAbsent())
            .anyMatch(column -> isOtherThan(policy, column.getValue()));
    if (differs) {
      columns(schema, table)
          .ifPresent(known -> {
            var all = new LinkedHashMap<String, Value>(known.entries());
            all.putAll(listed.entries());
            tables.put(
                table,
                live.with("columns", Value.Mapping.of(all)).with(COMPLETE, Value.bool(true)));
          });
    }
  }

  private static boolean isOtherThan(ChangePolicy policy, WantedElement column) {
    return column.isHashed().orElse(false)
        || column.isEnabled().isPresent() && column.isEnabled().get() != policy.allowsColumns();
  }

  /// Empty when the source can't be asked yet, which needs a connected connection (fivetran-quirks
  /// 2.5).
  private Optional<Value.Mapping> columns(String schema, String table) {
    try {
      return Optional.of(api.columns(connectionId, schema, table).mapping("columns"));
    } catch (ApiException refused) {
      if (refused.failure().status() >= 400
          && refused.failure().status() < 500
          && !refused.failure().isDenied()) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
