package dev.ftctl.catalog;

import java.util.List;

/// Which config fields name a connection when it is created; the API joins them into the root
/// `schema`, and never lets them change or gives them back.
public enum NamingFamily {
  SCHEMA,
  SCHEMA_TABLE,
  SCHEMA_PREFIX,
  SCHEMA_TABLE_GROUP_NAME,

  /// Destinations: nothing in their config names them.
  NONE;

  /// The config keys in the order in which they make up the name.
  public List<String> keys() {
    return switch (this) {
      case SCHEMA -> List.of("schema");
      case SCHEMA_TABLE -> List.of("schema", "table");
      case SCHEMA_PREFIX -> List.of("schema_prefix");
      case SCHEMA_TABLE_GROUP_NAME -> List.of("schema", "table_group_name");
      case NONE -> List.of();
    };
  }
}
