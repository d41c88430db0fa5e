package dev.ftctl.sandbox.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.source.Lock;
import dev.ftctl.sandbox.source.SourceColumn;
import dev.ftctl.sandbox.source.SourceTable;
import dev.ftctl.sandbox.store.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes wanted settings into a [SchemaConfig]: merged by key, what isn't mentioned stays.
///
/// A refusal is thrown in the middle; the caller works on a copy and keeps nothing then.
///
/// @param modes whether tables can be synced in several modes
record SchemaChanges(SchemaConfig config, Manner manner, boolean modes) {
  private static final Set<String> MODES = Set.of("SOFT_DELETE", "HISTORY", "LIVE");

  /// How to take what doesn't fit.
  enum Manner {
    /// An unknown name is 404, another value for a locked element 400.
    STRICT,
    /// What doesn't fit is left out: settings that were made before the source was seen.
    LENIENT,
    /// Every name is taken, since nothing is known of the source yet.
    DECLARING
  }

  /// `{schemas: {name: {…}}}`; anything else in the body is not looked at.
  void schemas(JsonNode body) {
    for (var each : members(body, "schemas").properties()) {
      schema(each.getKey(), each.getValue());
    }
  }

  void schema(String name, JsonNode body) {
    if (isUnknown("Schema", name, config.schemas().contains(name))) {
      return;
    }
    if (manner == Manner.DECLARING) {
      config.writable(name);
    }
    bool(body, "enabled")
        .ifPresent(enabled -> SchemaConfig.setByUser(config.writable(name), enabled));
    for (var each : members(body, "tables").properties()) {
      table(name, each.getKey(), each.getValue());
    }
  }

  void table(String schema, String name, JsonNode body) {
    if (manner == Manner.DECLARING) {
      config.writable(schema, name);
    }
    var known = config.table(schema, name);
    isUnknown("Table", schema + "." + name, known.isPresent());
    known.ifPresent(table -> change(schema, table, body));
  }

  private void change(String schema, SourceTable table, JsonNode body) {
    var name = table.name();
    bool(body, "enabled")
        .filter(to -> fits(schema + "." + name, table.lock(), config.enabled(schema, table), to))
        .ifPresent(enabled -> SchemaConfig.setByUser(config.writable(schema, name), enabled));
    Nodes.text(body, "sync_mode").ifPresent(mode -> setMode(schema, name, mode));
    for (var each : members(body, "columns").properties()) {
      column(schema, name, each.getKey(), each.getValue());
    }
  }

  void column(String schema, String tableName, String name, JsonNode body) {
    if (manner == Manner.DECLARING) {
      config.writable(schema, tableName, name);
    }
    var path = schema + "." + tableName + "." + name;
    var table = config.table(schema, tableName);
    var column = table.flatMap(each -> each.column(name));
    if (table.isPresent() && column.isPresent()) {
      change(schema, table.get(), column.get(), body);
    } else {
      isUnknown("Column", path, false);
    }
  }

  private void change(String schema, SourceTable table, SourceColumn column, JsonNode body) {
    var path = schema + "." + table.name() + "." + column.name();
    if (!table.columnsConfigurable()) {
      refuse("Table '" + schema + "." + table.name() + "' does not support columns config");
      return;
    }
    bool(body, "enabled")
        .filter(to -> fits(path, column.lock(), config.enabled(schema, table, column), to))
        .ifPresent(
            to -> SchemaConfig.setByUser(config.writable(schema, table.name(), column.name()), to));
    for (var field : List.of("hashed", "is_primary_key")) {
      bool(body, field)
          .ifPresent(to -> config.writable(schema, table.name(), column.name()).put(field, to));
    }
  }

  private void setMode(String schema, String table, String mode) {
    if (!MODES.contains(mode)) {
      throw ApiError.invalid("Invalid value '" + mode + "' of field 'sync_mode'");
    }
    if (modes) {
      config.writable(schema, table).put("sync_mode", mode);
    } else {
      refuse("The connection does not support switching sync modes");
    }
  }

  private boolean isUnknown(String what, String name, boolean known) {
    if (known || manner == Manner.DECLARING) {
      return false;
    }
    if (manner == Manner.STRICT) {
      throw ApiError.notFound("NotFound", what + " '" + name + "' is not found");
    }
    return true;
  }

  /// A locked element takes the value that it has, and refuses another one.
  private boolean fits(String path, Lock lock, boolean now, boolean wanted) {
    if (lock.isOpen() || now == wanted) {
      return true;
    }
    refuse("'" + path + "' cannot be changed. " + lock.reason());
    return false;
  }

  private void refuse(String why) {
    if (manner == Manner.STRICT) {
      throw ApiError.invalid(why);
    }
  }

  private static JsonNode members(JsonNode body, String field) {
    var members = body.path(field);
    if (!members.isObject() && !members.isNull() && !members.isMissingNode()) {
      throw ApiError.invalid("Invalid '" + field + "' object");
    }
    return members;
  }

  private static Optional<Boolean> bool(JsonNode body, String field) {
    return Nodes.text(body, field)
        .map(text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw ApiError.invalid("Invalid value for field '" + field + "'");
            });
  }
}
