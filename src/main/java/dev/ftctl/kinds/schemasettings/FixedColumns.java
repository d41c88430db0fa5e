package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Wishes about columns of a table that takes no column settings (fivetran-quirks 2.5): whatever is
/// wanted of them can never be met, and nothing that might come changes that.
///
/// @param protective names or patterns of columns that are to be excluded or hashed
/// @param first the wish that a problem is told at
record FixedColumns(Element table, List<String> protective, List<WantedElement> first) {

  static final String RULE = "no-column-settings";

  static FixedColumns of(Element table, WantedElement wish) {
    var protective = new ArrayList<String>();
    var first = new ArrayList<WantedElement>();
    wish.children()
        .forEach((name, column) -> {
          if (column.isProtective()) {
            protective.add(name);
            first.add(column);
          }
        });
    return new FixedColumns(table, protective, first.isEmpty() ? children(wish) : first);
  }

  /// @param isOn whether the table will sync, so that its columns are seen
  void tell(SchemaFindings found, boolean isOn) {
    if (first.isEmpty()) {
      return;
    }
    String never = "Fivetran takes no settings for the columns of " + table.label();
    if (protective.isEmpty() || !isOn) {
      found.note(never + ", so what is said of them has no effect");
      return;
    }
    found.refuse(
        Problem.error(
            first.getFirst().place(),
            RULE,
            table.label(),
            never + ": " + String.join(", ", protective) + " can never be excluded or hashed",
            "exclude the whole table, or take them out of the manifest"),
        protective.stream().map(column -> table.label() + "." + column).toList());
  }

  private static List<WantedElement> children(WantedElement wish) {
    return List.copyOf(wish.children().values());
  }
}
