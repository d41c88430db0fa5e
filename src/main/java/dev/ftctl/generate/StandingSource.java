package dev.ftctl.generate;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A source that a file holds already.
///
/// @param left what could not be written into it
record StandingSource(EditedFile edit, Spots entry, Style style, List<String> left) {

  private static final String TABLES = "tables";

  StandingSource(EditedFile edit, Spots entry, Style style) {
    this(edit, entry, style, new ArrayList<>());
  }

  /// By the schema that it means, or by the connection that a run noted; never by a schema or
  /// database that only dbt can work out (`{{ … }}`).
  static boolean isOf(Spots entry, DbtSource source) {
    String schema = entry.text("schema").isEmpty() ? entry.text("name") : entry.text("schema");
    String database = entry.text("database");
    boolean isThere =
        database.isEmpty()
            || database.contains("{{")
            || source.database().isEmpty()
            || database.equalsIgnoreCase(source.database());
    boolean isNamed = schema.contains("{{") && entry.text("name").equals(source.name());
    return isThere && (schema.equalsIgnoreCase(source.schema()) || isNamed);
  }

  static String nameOf(Spots table) {
    return table.text("identifier").isEmpty() ? table.text("name") : table.text("identifier");
  }

  void update(DbtSource source) {
    Spots moved = style.moved(entry);
    var wanted = new LinkedHashMap<String, Value>();
    if (source.isOfOne()) {
      freshness(entry, moved, source.feeds().getFirst().pace())
          .ifPresent(fresh -> wanted.put(DbtSource.FRESHNESS, fresh));
    }
    boolean saysWhen =
        List.of(DbtSource.LOADED_AT, "loaded_at_query").stream()
            .anyMatch(key -> entry.has(key) || entry.at(Style.CONFIG_KEY).has(key));
    if (!saysWhen) {
      wanted.put(DbtSource.LOADED_AT, Value.text(DbtSource.SYNCED));
    }
    merge(entry, wanted, source.ours());
    tables(source);
  }

  /// What is to be written; empty where somebody said otherwise, or nothing differs.
  private static Optional<Value> freshness(Spots entry, Spots moved, Pace pace) {
    Optional<Value.Mapping> fresh = pace.freshness();
    boolean isElsewhere =
        entry.has(DbtSource.FRESHNESS) && !moved.has(DbtSource.FRESHNESS)
            || entry.at(Style.CONFIG_KEY).has(DbtSource.FRESHNESS)
                && !moved.has(DbtSource.FRESHNESS);
    if (fresh.isEmpty() || isElsewhere) {
      return Optional.empty();
    }
    Optional<Spot> standing = moved.get(DbtSource.FRESHNESS);
    if (standing.isEmpty()) {
      return Optional.of(fresh.get());
    }
    Spots noted = moved.at(DbtSource.META).at(DbtSource.OURS);
    boolean isOurs =
        Pace.of(noted).freshness().filter(then -> Spots.isSame(standing.get(), then)).isPresent();
    return isOurs ? Optional.of(fresh.get()) : Optional.empty();
  }

  /// @param wanted members whose place depends on the style
  /// @param ours what `meta` says of us
  private void merge(
      Spots into, Map<String, Value> wanted, Optional<SequencedMap<String, Value>> ours) {
    var moved = new LinkedHashMap<>(wanted);
    ours.ifPresent(all ->
        moved.put(DbtSource.META, Value.Mapping.of(Map.of(DbtSource.OURS, Value.Mapping.of(all)))));
    if (!moved.isEmpty()) {
      put(into, style.placed(new LinkedHashMap<>(), moved));
    }
  }

  /// What is inside of a member that stands is written first, since what joins behind that member
  /// goes to the same place.
  private void put(Spots into, Value.Mapping wanted) {
    Spot mapping = into.spot().orElseThrow();
    for (boolean isOfStanding : List.of(true, false)) {
      wanted
          .entries()
          .forEach((key, value) -> {
            Optional<Spot> standing = mapping.get(key);
            if (standing.isPresent() == isOfStanding) {
              told(
                  mapping,
                  key,
                  standing
                      .map(there -> replaced(there, key, value))
                      .orElseGet(() -> edit.put(mapping, key, value, before(mapping))));
            }
          });
    }
  }

  private void told(Spot mapping, String key, boolean isDone) {
    if (!isDone) {
      left.add("line " + mapping.line() + " shares `" + key + "` with another place");
    }
  }

  /// What joins an entry stands before its tables, which may be many.
  private static Optional<String> before(Spot mapping) {
    List<String> keys = mapping.keys();
    int tables = keys.indexOf(TABLES);
    return tables > 0 ? Optional.of(keys.get(tables - 1)) : Optional.empty();
  }

  private boolean replaced(Spot standing, String key, Value value) {
    if (Spots.isSame(standing, value)) {
      return true;
    }
    boolean isTree = standing.isMapping() && value instanceof Value.Mapping;
    if (!isTree || key.equals(DbtSource.FRESHNESS)) {
      return edit.set(standing, value);
    }
    if (standing.isShared()) {
      return false;
    }
    Value.Mapping tree = (Value.Mapping) value;
    if (!key.equals(DbtSource.OURS)) {
      put(Spots.of(standing), tree);
      return true;
    }
    return ours(standing, tree);
  }

  /// Ours alone, so that what is not said any more goes.
  private boolean ours(Spot standing, Value.Mapping ours) {
    boolean isKept = ours.entries().keySet().stream().anyMatch(standing.keys()::contains);
    if (!isKept) {
      return edit.set(standing, ours);
    }
    boolean isDone = true;
    for (String key : standing.keys()) {
      isDone &= !ours.get(key).isAbsent() || edit.remove(standing, key);
    }
    put(Spots.of(standing), ours);
    return isDone;
  }

  private void tables(DbtSource source) {
    var missing = new ArrayList<Value>();
    for (DbtSource.Table table : source.tables()) {
      Optional<Spots> there =
          entry.items(TABLES).stream()
              .filter(one -> nameOf(one).equalsIgnoreCase(table.table().table()))
              .findFirst();
      if (there.isPresent()) {
        table(there.get(), source, table);
      } else {
        missing.add(source.table(table, style));
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    Spot mapping = entry.spot().orElseThrow();
    Optional<Spot> list = mapping.get(TABLES);
    boolean isDone =
        list.isEmpty()
            ? edit.put(mapping, TABLES, Value.items(missing), Optional.empty())
            : list.get().isSequence() && !list.get().items().isEmpty()
                ? missing.stream().allMatch(table -> edit.add(list.get(), table))
                : edit.set(list.get(), Value.items(missing));
    if (!isDone) {
      left.add("line " + mapping.line() + " shares its tables with another place");
    }
  }

  private void table(Spots there, DbtSource source, DbtSource.Table table) {
    SequencedMap<String, Value> ours = source.ours(table);
    Spots noted = style.moved(there).at(DbtSource.META).at(DbtSource.OURS);
    var wanted = new LinkedHashMap<String, Value>();
    if (!source.isOfOne()) {
      freshness(there, style.moved(there), table.feed().pace())
          .ifPresent(fresh -> wanted.put(DbtSource.FRESHNESS, fresh));
    }
    boolean isTold = !ours.isEmpty() || noted.spot().isPresent();
    merge(there, wanted, isTold ? Optional.of(ours) : Optional.empty());
  }

  /// Tables that it names and that do not sync.
  List<Spots> gone(DbtSource source) {
    return entry.items(TABLES).stream()
        .filter(table -> !nameOf(table).isEmpty() && !nameOf(table).contains("{{"))
        .filter(table ->
            source.tables().stream()
                .noneMatch(one -> one.table().table().equalsIgnoreCase(nameOf(table))))
        .toList();
  }
}
