package dev.ftctl.kinds.schemasettings;

import java.util.Arrays;
import java.util.Optional;

/// What happens to elements that nobody set (fivetran-quirks 2.5), strictest first.
enum ChangePolicy {
  BLOCK_ALL(false, false),
  ALLOW_COLUMNS(false, true),
  ALLOW_ALL(true, true);

  private final boolean newTables;
  private final boolean newColumns;

  ChangePolicy(boolean newTables, boolean newColumns) {
    this.newTables = newTables;
    this.newColumns = newColumns;
  }

  /// Whether new columns of tables that sync do too.
  boolean allowsColumns() {
    return newColumns;
  }

  /// Whether it would leave an element syncing, by its own switch.
  boolean allows(Element element) {
    return element.path().size() == 3 ? newColumns : newTables;
  }

  boolean isLooserThan(ChangePolicy other) {
    return compareTo(other) > 0;
  }

  static Optional<ChangePolicy> named(String name) {
    return Arrays.stream(values()).filter(policy -> policy.name().equals(name)).findFirst();
  }
}
