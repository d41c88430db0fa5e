package dev.ftctl.cli.verbs;

import dev.ftctl.render.English;
import java.util.List;
import java.util.stream.Collectors;

/// Rows of cells as lines of columns, each as wide as its widest cell.
///
/// @param rows the head first; each of the same number of cells
public record Table(List<List<String>> rows) {

  private static final int GAP = 2;

  @Override
  public String toString() {
    return rows.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(List<String> row) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(0) + GAP;
      line.append(i + 1 == row.size() ? row.get(i) : English.column(row.get(i), width, GAP));
    }
    return line.toString();
  }
}
