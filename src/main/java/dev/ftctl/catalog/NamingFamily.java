package dev.ftctl.catalog;

import java.util.List;

/// Which config fields name a connection when it is created; the API joins them into the root
/// `schema`, and never lets them change or gives them back.
public enum NamingFamily {
  SCHEMA("schema"),
  SCHEMA_TABLE("schema", "table"),
  SCHEMA_PREFIX("schema_prefix"),
  SCHEMA_TABLE_GROUP_NAME("schema", "table_group_name"),

  /// Destinations: nothing in their config names them.
  NONE;

  private final List<String> keys;

  NamingFamily(String... keys) {
    this.keys = List.of(keys);
  }

  /// The config keys in the order in which they make up the name.
  public List<String> keys() {
    return keys;
  }
}
