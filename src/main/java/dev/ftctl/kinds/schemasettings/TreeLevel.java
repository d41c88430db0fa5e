package dev.ftctl.kinds.schemasettings;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.oneOf;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which members a level of the tree under `schemas:` has.
enum TreeLevel {
  SCHEMA("schema", "tables"),
  TABLE("table", "columns"),
  COLUMN("column", "");

  static final List<String> SYNC_MODES = List.of("SOFT_DELETE", "HISTORY", "LIVE");

  private static final Set<String> READ_ONLY =
      Set.of("name_in_destination", "enabled_patch_settings");

  private static final Set<String> READ_ONLY_OF_TABLES =
      Set.of(
          "name_in_destination",
          "enabled_patch_settings",
          "supports_columns_config",
          "supports_history_mode");

  /// The document calls a key writable; the source decides it, and services refuse it
  /// (fivetran-quirks Q51).
  private static final Set<String> READ_ONLY_OF_COLUMNS =
      Set.of("name_in_destination", "enabled_patch_settings", "is_primary_key");

  private static final Field COLUMNS =
      open("columns", bool("enabled"), bool("hashed"), bool("optional").local());

  private static final Field TABLES =
      open(
          "tables",
          bool("enabled"),
          oneOf("sync_mode", SYNC_MODES.toArray(String[]::new)),
          bool("optional").local(),
          COLUMNS);

  /// What stands under `schemas:`.
  static final Field SCHEMAS = open("schemas", bool("enabled"), bool("optional").local(), TABLES);

  private final String word;
  private final String below;

  TreeLevel(String word, String below) {
    this.word = word;
    this.below = below;
  }

  /// A tree whose unknown members are kept, since Fivetran may know more of them.
  private static Field open(String name, Field... element) {
    return Field.of(name, new Shape.Tree(FieldTable.of(element).open()));
  }

  /// The level that has a member of the name.
  static Optional<TreeLevel> of(String member) {
    return Arrays.stream(values()).filter(level -> level.knows(member)).findFirst();
  }

  /// `schema`, `table`, `column`.
  String word() {
    return word;
  }

  /// The member that holds the level below; empty for the last.
  String below() {
    return below;
  }

  TreeLevel next() {
    return this == SCHEMA ? TABLE : COLUMN;
  }

  /// What a manifest can set.
  Set<String> members() {
    Field tree =
        switch (this) {
          case SCHEMA -> SCHEMAS;
          case TABLE -> TABLES;
          case COLUMN -> COLUMNS;
        };
    return ((Shape.Tree) tree.shape()).element().names();
  }

  /// What answers tell and nobody can set (fivetran-quirks 2.5).
  Set<String> readOnly() {
    return switch (this) {
      case SCHEMA -> READ_ONLY;
      case TABLE -> READ_ONLY_OF_TABLES;
      case COLUMN -> READ_ONLY_OF_COLUMNS;
    };
  }

  /// The members that ftctl does not know, as they stand.
  Value.Mapping unknown(Value.Mapping members) {
    if (members.entries().keySet().stream().allMatch(this::knows)) {
      return Value.Mapping.EMPTY;
    }
    Value.Mapping unknown = members;
    for (String member : members.entries().keySet()) {
      unknown = knows(member) ? unknown.without(member) : unknown;
    }
    return unknown;
  }

  private boolean knows(String member) {
    return members().contains(member) || readOnly().contains(member);
  }
}
