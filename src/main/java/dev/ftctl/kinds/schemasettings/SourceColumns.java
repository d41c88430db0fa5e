package dev.ftctl.kinds.schemasettings;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Looks up the columns that a manifest speaks of and the configuration does not list. Unlisted
/// means "follows the policy" (fivetran-quirks Q48), but also "does not exist", and only the
/// source's own list of columns tells which, and what a pattern stands for. It is asked only where
/// a wish differs from the policy, so that other plans ask nothing; for a pattern only in tables
/// that sync, since it would ask for all that are switched off. Used by one thread; a table is
/// asked once.
final class SourceColumns {

  /// Marks a table whose columns are all known; no API member starts so.
  static final String COMPLETE = "~complete";

  /// Marks a table whose columns would have to be known and are not; says why.
  static final String UNREAD = "~unread";

  /// Why a table is unread that nobody asked for.
  static final String LIMIT = "not looked at, since limits.column_reads is used up";

  private final SchemasApi api;
  private final String connectionId;
  private final Map<List<String>, Value.Mapping> asked = new HashMap<>();
  private int left;

  /// @param most how many tables may be asked for
  SourceColumns(SchemasApi api, String connectionId, int most) {
    this.api = api;
    this.connectionId = connectionId;
    this.left = most;
  }

  /// The tables to ask for.
  static List<List<String>> needed(Value.Mapping configuration, Settings settings) {
    var needed = new ArrayList<List<String>>();
    new Walk(
            configuration,
            settings,
            (path, live) -> {
              needed.add(path);
              return live;
            })
        .filled();
    return needed;
  }

  /// Takes what an earlier look learned, so that it is not asked again.
  SourceColumns knowing(Value.Mapping configuration) {
    Value.Mapping schemas = configuration.mapping("schemas");
    schemas
        .entries()
        .keySet()
        .forEach(schema -> {
          Value.Mapping tables = schemas.mapping(schema).mapping("tables");
          tables
              .entries()
              .keySet()
              .forEach(table -> {
                if (!tables.mapping(table).get(COMPLETE).isAbsent()) {
                  Value.Mapping columns = tables.mapping(table).mapping("columns");
                  asked.put(List.of(schema, table), known(columns));
                }
              });
        });
    return this;
  }

  /// The configuration with the columns of these tables, or with the reason why they are unknown.
  Value.Mapping filledIn(Value.Mapping configuration, Settings settings) {
    return new Walk(configuration, settings, this::filled).filled();
  }

  private Value.Mapping filled(List<String> path, Value.Mapping live) {
    Value.Mapping answer = answer(path);
    if (answer.get(COMPLETE).isAbsent()) {
      return live.with(UNREAD, answer.get(UNREAD));
    }
    var all = new LinkedHashMap<>(answer.mapping("columns").entries());
    all.putAll(live.mapping("columns").entries());
    return live.with("columns", Value.Mapping.of(all)).with(COMPLETE, Value.bool(true));
  }

  private Value.Mapping answer(List<String> path) {
    Value.Mapping before = asked.get(path);
    if (before == null) {
      before = left > 0 ? ask(path.get(0), path.get(1)) : unread(LIMIT);
      left--;
      asked.put(path, before);
    }
    return before;
  }

  /// The source can't be asked before the connection is connected (fivetran-quirks 2.5).
  private Value.Mapping ask(String schema, String table) {
    try {
      return known(api.columns(connectionId, schema, table).mapping("columns"));
    } catch (ApiException refused) {
      int status = refused.failure().status();
      if (status >= 400 && status < 500 && !refused.failure().isDenied()) {
        return unread(
            status == 404
                ? "Fivetran knows no columns of it yet"
                : "the source can't be asked yet (" + status + ")");
      }
      throw refused;
    }
  }

  private static Value.Mapping known(Value.Mapping columns) {
    return Value.Mapping.of(Map.of("columns", columns, COMPLETE, Value.bool(true)));
  }

  private static Value.Mapping unread(String why) {
    return Value.Mapping.of(Map.of(UNREAD, Value.text(why)));
  }

  /// Whether a wish of a column that is not listed needs the column to be known.
  static boolean isOtherThan(ChangePolicy policy, String name, WantedElement column) {
    boolean switches =
        column.isEnabled().isPresent() && column.isEnabled().get() != policy.allowsColumns();
    // A pattern never brings to light what a policy keeps out.
    boolean hashes = column.isHashed().orElse(false);
    return switches || hashes && (policy.allowsColumns() || !Glob.isGlob(name));
  }

  /// Goes over the tables that have to be asked for.
  ///
  /// @param table is given the names and the live fields of one, and returns what it becomes
  private record Walk(
      Value.Mapping configuration,
      Settings settings,
      BiFunction<List<String>, Value.Mapping, Value.Mapping> table) {

    Value.Mapping filled() {
      Value.Mapping schemas = configuration.mapping("schemas");
      Value.Mapping filled = schemas;
      for (var wish :
          Settings.resolved(settings.schemas(), schemas.entries().keySet()).entrySet()) {
        if (schemas.get(wish.getKey()) instanceof Value.Mapping schema
            && !wish.getValue().isOff()) {
          Map<String, Value> richer = tables(wish.getKey(), schema, wish.getValue());
          if (!richer.isEmpty()) {
            var tables = new LinkedHashMap<>(schema.mapping("tables").entries());
            tables.putAll(richer);
            filled = filled.with(wish.getKey(), schema.with("tables", Value.Mapping.of(tables)));
          }
        }
      }
      return filled.equals(schemas) ? configuration : configuration.with("schemas", filled);
    }

    private Map<String, Value> tables(String schema, Value.Mapping live, WantedElement wish) {
      Value.Mapping tables = live.mapping("tables");
      ChangePolicy policy =
          ChangePolicy.named(configuration.text(Settings.POLICY)).orElse(ChangePolicy.ALLOW_ALL);
      boolean isOn = wish.leavesOn(live);
      var richer = new LinkedHashMap<String, Value>();
      Settings.resolved(wish.children(), tables.entries().keySet())
          .forEach((name, of) -> {
            if (tables.get(name) instanceof Value.Mapping there
                && isNeeded(there, of, policy, isOn)) {
              richer.put(name, table.apply(List.of(schema, name), there));
            }
          });
      return richer;
    }

    private static boolean isNeeded(
        Value.Mapping live, WantedElement wish, ChangePolicy policy, boolean isSchemaOn) {
      Value.Mapping listed = live.mapping("columns");
      boolean isOn = isSchemaOn && wish.leavesOn(live);
      return !wish.isOff()
          && live.get(COMPLETE).isAbsent()
          && wish.children().entrySet().stream()
              .filter(column -> listed.get(column.getKey()).isAbsent())
              .filter(column -> isOn || !Glob.isGlob(column.getKey()))
              .anyMatch(column -> isOtherThan(policy, column.getKey(), column.getValue()));
    }
  }
}
