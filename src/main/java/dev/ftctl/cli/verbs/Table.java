package dev.ftctl.cli.verbs;

import dev.ftctl.render.Columns;
import dev.ftctl.render.English;
import java.util.List;

/// Rows of cells as lines of columns, each as wide as its widest cell.
///
/// @param rows the head first; each of the same number of cells
public record Table(List<List<String>> rows) {

  private static final int GAP = 2;

  /// Of its widest line.
  int width() {
    return Columns.of(rows, GAP).stream().mapToInt(English::length).max().orElse(0);
  }

  @Override
  public String toString() {
    return String.join("\n", Columns.of(rows, GAP)) + "\n";
  }
}
