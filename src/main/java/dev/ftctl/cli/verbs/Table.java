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
    int[] widths = widths();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
  }

  private int[] widths() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], English.length(row.get(i)));
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(
          i + 1 == row.size() ? row.get(i) : English.column(row.get(i), widths[i] + GAP, GAP));
    }
    return line.toString();
  }
}
