package dev.ftctl.operate.rollout;

import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tables of a schema configuration, by `schema.table`; either name may hold dots itself.
///
/// @param configuration as the API tells it
record TableTree(Value.Mapping configuration) {

  private static final String SCHEMAS = "schemas";
  private static final String TABLES = "tables";
  private static final String ENABLED = "enabled";

  /// A table that there is.
  record Table(String schema, String name) {}

  Optional<Table> find(String piece) {
    for (int dot = piece.indexOf('.'); dot > 0; dot = piece.indexOf('.', dot + 1)) {
      var table = new Table(piece.substring(0, dot), piece.substring(dot + 1));
      if (tables(table.schema()).get(table.name()) instanceof Value.Mapping) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  List<String> names() {
    var names = new ArrayList<String>();
    for (String schema : configuration.mapping(SCHEMAS).entries().keySet()) {
      tables(schema).entries().keySet().forEach(table -> names.add(schema + "." + table));
    }
    return names;
  }

  /// Whether it syncs: neither it nor its schema is off.
  boolean isOn(String piece) {
    return find(piece)
        .filter(table -> isOn(schema(table.schema())) && isOn(fields(table)))
        .isPresent();
  }

  boolean isLocked(String piece) {
    return find(piece).map(this::fields).filter(TableTree::isLocked).isPresent();
  }

  String lockReason(String piece) {
    Value.Mapping lock = find(piece).map(this::fields).orElse(Value.Mapping.EMPTY).mapping(LOCK);
    return lock.get("reason").isBlank() ? lock.text("reason_code") : lock.text("reason");
  }

  /// The body that switches tables on, and nothing else: where a schema is off, what would start
  /// with it is switched off.
  ///
  /// @param reached what is left as it is
  Value.Mapping turningOn(List<String> pieces, Set<String> reached) {
    Map<String, Map<String, Value>> bySchema = new LinkedHashMap<>();
    for (String piece : pieces) {
      find(piece)
          .ifPresent(table ->
              bySchema
                  .computeIfAbsent(table.schema(), schema -> new LinkedHashMap<>())
                  .put(table.name(), switched(true)));
    }
    Map<String, Value> schemas = new LinkedHashMap<>();
    bySchema.forEach((schema, tables) -> {
      boolean isOff = !isOn(schema(schema));
      if (isOff) {
        startingWith(schema, pieces, reached).forEach(name -> tables.put(name, switched(false)));
      }
      Value.Mapping body = isOff ? switched(true) : Value.Mapping.EMPTY;
      schemas.put(schema, body.with(TABLES, Value.Mapping.of(tables)));
    });
    return Value.Mapping.EMPTY.with(SCHEMAS, Value.Mapping.of(schemas));
  }

  /// What else is switched where schemas are off, as sentences.
  String beside(List<String> pieces) {
    Set<String> schemas = new LinkedHashSet<>();
    pieces.forEach(piece ->
        find(piece)
            .map(Table::schema)
            .filter(schema -> !isOn(schema(schema)))
            .ifPresent(schemas::add));
    var said = new ArrayList<String>();
    Set<String> all = Set.copyOf(pieces);
    for (String schema : schemas) {
      int others = startingWith(schema, all, Set.of()).size();
      said.add(
          "Schema "
              + schema
              + " is off, and goes on with them"
              + (others == 0
                  ? "."
                  : "; " + others + " more of its tables would, and are switched off."));
    }
    return String.join(" ", said);
  }

  /// The tree of a manifest that has them on.
  Value.Mapping lasting(List<String> pieces) {
    Value.Mapping schemas = Value.Mapping.EMPTY;
    for (String piece : pieces) {
      Optional<Table> table = find(piece);
      if (table.isPresent()) {
        String schema = table.get().schema();
        Value.Mapping tables = schemas.mapping(schema).mapping(TABLES);
        schemas =
            schemas.with(
                schema,
                Value.Mapping.EMPTY.with(TABLES, tables.with(table.get().name(), switched(true))));
      }
    }
    return Value.Mapping.EMPTY.with(SCHEMAS, schemas);
  }

  private List<String> startingWith(
      String schema, Collection<String> pieces, Collection<String> reached) {
    var starting = new ArrayList<String>();
    tables(schema)
        .entries()
        .forEach((name, value) -> {
          String piece = schema + "." + name;
          if (value instanceof Value.Mapping fields
              && isOn(fields)
              && !isLocked(fields)
              && !pieces.contains(piece)
              && !reached.contains(piece)) {
            starting.add(name);
          }
        });
    return starting;
  }

  private static final String LOCK = "enabled_patch_settings";

  private static boolean isLocked(Value.Mapping fields) {
    return fields.mapping(LOCK).get("allowed").equals(Value.bool(false));
  }

  private static boolean isOn(Value.Mapping fields) {
    return !fields.get(ENABLED).equals(Value.bool(false));
  }

  private static Value.Mapping switched(boolean on) {
    return Value.Mapping.EMPTY.with(ENABLED, Value.bool(on));
  }

  private Value.Mapping schema(String schema) {
    return configuration.mapping(SCHEMAS).mapping(schema);
  }

  private Value.Mapping tables(String schema) {
    return schema(schema).mapping(TABLES);
  }

  private Value.Mapping fields(Table table) {
    return tables(table.schema()).mapping(table.name());
  }
}
