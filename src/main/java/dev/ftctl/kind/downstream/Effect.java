package dev.ftctl.kind.downstream;

import java.util.Locale;

/// What a change does to tables that somebody reads.
public enum Effect {
  /// The connection goes: no new data comes.
  DELETED,
  /// The connection is made anew: its tables are loaded again, perhaps under other names.
  REPLACED,
  /// The tables get another name: another schema or database.
  RENAMED,
  /// Nothing comes any more, until the connection is resumed.
  PAUSED,
  /// A schema, table or column does not sync any more.
  EXCLUDED,
  /// A column holds hashes in place of its values.
  HASHED,
  /// A column holds values in place of hashes.
  UNHASHED,
  /// Rows of a table are kept in another way.
  REMODELLED,
  /// Types of columns may become others.
  RETYPED;

  /// As reports and policies say it: `excluded`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
