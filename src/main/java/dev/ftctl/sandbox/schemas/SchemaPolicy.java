package dev.ftctl.sandbox.schemas;

import dev.ftctl.sandbox.http.ApiError;
import java.util.Arrays;

/// What happens to schemas, tables and columns that turn up (`schema_change_handling`).
enum SchemaPolicy {
  ALLOW_ALL(true, true),
  ALLOW_COLUMNS(false, true),
  BLOCK_ALL(false, false);

  private final boolean tables;
  private final boolean columns;

  SchemaPolicy(boolean tables, boolean columns) {
    this.tables = tables;
    this.columns = columns;
  }

  /// Whether new schemas and tables are synced.
  boolean tables() {
    return tables;
  }

  /// Whether new columns are synced.
  boolean columns() {
    return columns;
  }

  static SchemaPolicy parse(String text) {
    return Arrays.stream(values())
        .filter(policy -> policy.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            ApiError.invalid("Invalid value '" + text + "' of field 'schema_change_handling'"));
  }
}
