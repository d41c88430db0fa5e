package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.address.Glob;
import java.util.ArrayList;

/// The columns of one table that a manifest speaks of and the configuration does not list.
///
/// @param isOn whether the table will sync
/// @param isIdle whether the manifest excludes it, or its schema, as a whole
record UnlistedColumns(
    Element table, WantedElement wish, ChangePolicy policy, boolean isOn, boolean isIdle) {

  /// Whether every column of the table is known, so that what is not among them does not exist.
  boolean areKnown() {
    return !table.fields().get(SourceColumns.COMPLETE).isAbsent();
  }

  /// Whether a column is compared as one that follows the policy. A wish like the policy is met,
  /// whatever there is; others are tried where the source can't be asked yet.
  boolean isCompared(String name, WantedElement column) {
    return !SourceColumns.isOtherThan(policy, name, column)
        || !isIdle && !table.fields().text(SourceColumns.UNREAD).equals(SourceColumns.LIMIT);
  }

  /// Says what was not compared.
  void tell(SchemaFindings found) {
    if (areKnown() || isIdle) {
      return;
    }
    var later = new ArrayList<String>();
    wish.children()
        .forEach((name, column) -> {
          boolean isListed = !table.below("columns").get(name).isAbsent();
          if (isListed || !SourceColumns.isOtherThan(policy, name, column)) {
            return;
          }
          if (!isOn && Glob.isGlob(name)) {
            later.add(name);
          } else if (Glob.isGlob(name) || !isCompared(name, column)) {
            found.unread(table, name, column, why());
          }
        });
    if (!later.isEmpty()) {
      found.note(
          table.label()
              + " does not sync; once it does, its columns are matched with "
              + String.join(", ", later));
    }
  }

  private String why() {
    String why = table.fields().text(SourceColumns.UNREAD);
    return why.isEmpty() ? "its columns were not looked at" : why;
  }
}
