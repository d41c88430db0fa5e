package dev.ftctl.generate;

import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A schema of a warehouse as a source of dbt.
///
/// @param name that dbt has for it
/// @param database empty where none is known
/// @param feeds the connections that bring its tables, by address: mostly one
public record DbtSource(String name, String database, String schema, List<Feed> feeds) {

  /// The member of `meta` that is ours.
  static final String OURS = "fivetran";

  static final String META = "meta";
  static final String FRESHNESS = "freshness";
  static final String LOADED_AT = "loaded_at_field";

  /// The column that Fivetran writes into each table.
  static final String SYNCED = "_fivetran_synced";

  public DbtSource {
    feeds = List.copyOf(feeds);
  }

  /// One table with the connection that brings it.
  record Table(Feed feed, LandedTable table) {}

  /// Sorted by name.
  List<Table> tables() {
    var tables = new ArrayList<Table>();
    for (Feed feed : feeds) {
      feed.tables().stream()
          .filter(table -> table.schema().equals(schema))
          .forEach(table -> tables.add(new Table(feed, table)));
    }
    tables.sort(Comparator.comparing(one -> one.table().table()));
    return tables;
  }

  /// Whether one connection brings all of it, so that the source itself says which.
  boolean isOfOne() {
    return feeds.size() == 1;
  }

  /// The whole entry, as it is written where none stands.
  public Value.Mapping entry(Style style) {
    Map<String, Value> plain = new LinkedHashMap<>();
    plain.put("name", Value.text(name));
    if (!database.isEmpty()) {
      plain.put("database", Value.text(database));
    }
    plain.put("schema", Value.text(schema));
    plain.put("loader", Value.text("fivetran"));
    var moved = new LinkedHashMap<String, Value>();
    if (isOfOne()) {
      feeds.getFirst().pace().freshness().ifPresent(fresh -> moved.put(FRESHNESS, fresh));
    }
    moved.put(LOADED_AT, Value.text(SYNCED));
    ours().ifPresent(ours -> moved.put(META, meta(ours)));
    Value.Mapping head = style.placed(new LinkedHashMap<>(plain), moved);
    return head.with("tables", Value.items(tables().stream().map(it -> table(it, style)).toList()));
  }

  /// What is said of the source in `meta`.
  Optional<SequencedMap<String, Value>> ours() {
    return isOfOne() ? Optional.of(ours(feeds.getFirst())) : Optional.empty();
  }

  private static SequencedMap<String, Value> ours(Feed feed) {
    SequencedMap<String, Value> ours = new LinkedHashMap<>();
    ours.put("connector", Value.text(feed.connector()));
    ours.put("service", Value.text(feed.service()));
    if (!feed.owners().isEmpty()) {
      ours.put("owners", Value.items(feed.owners().stream().map(Value::text).toList()));
    }
    ours.putAll(feed.pace().noted());
    return ours;
  }

  Value.Mapping table(Table of, Style style) {
    var plain = new LinkedHashMap<String, Value>();
    plain.put("name", Value.text(of.table().table()));
    var moved = new LinkedHashMap<String, Value>();
    if (!isOfOne()) {
      of.feed().pace().freshness().ifPresent(fresh -> moved.put(FRESHNESS, fresh));
    }
    SequencedMap<String, Value> ours = ours(of);
    if (!ours.isEmpty()) {
      moved.put(META, meta(ours));
    }
    return style.placed(plain, moved);
  }

  /// What is said of a table in `meta`; empty where there is nothing to say.
  SequencedMap<String, Value> ours(Table of) {
    SequencedMap<String, Value> ours = isOfOne() ? new LinkedHashMap<>() : ours(of.feed());
    LandedTable table = of.table();
    if (!table.mode().isEmpty()) {
      ours.put("sync_mode", Value.text(table.mode()));
    }
    put(ours, "hashed", table.hashed());
    put(ours, "excluded", table.excluded());
    return ours;
  }

  private static void put(Map<String, Value> ours, String name, List<String> columns) {
    if (!columns.isEmpty()) {
      ours.put(name, Value.items(columns.stream().map(Value::text).toList()));
    }
  }

  private static Value meta(SequencedMap<String, Value> ours) {
    return Value.Mapping.of(Map.of(OURS, Value.Mapping.of(ours)));
  }
}
