package dev.ftctl.sql;

import java.util.Comparator;
import java.util.List;

/// What becomes of a text.
///
/// @param changes none of which overlap, in the order of the text
/// @param left in the order of the text
/// @param tables of the source that the text reads or writes
public record Rewriting(List<Change> changes, List<Left> left, List<SourceTable> tables) {

  public Rewriting {
    changes = changes.stream().sorted(Comparator.comparingInt(Change::offset)).toList();
    left = left.stream().sorted(Comparator.comparingInt(Left::offset)).toList();
    tables = List.copyOf(tables);
  }

  /// The text as it becomes.
  public String applied(String text) {
    var result = new StringBuilder();
    int at = 0;
    for (Change change : changes) {
      result.append(text, at, change.offset()).append(change.to());
      at = change.offset() + change.from().length();
    }
    return result.append(text, at, text.length()).toString();
  }
}
