package dev.ftctl.render;

import java.util.List;
import java.util.stream.IntStream;

/// Rows of cells as lines of columns, each as wide as its widest cell.
public final class Columns {

  private Columns() {}

  /// @param rows each of the same number of cells
  /// @param gap blanks at least between two columns
  public static List<String> of(List<List<String>> rows, int gap) {
    int count = rows.isEmpty() ? 0 : rows.getFirst().size();
    int[] widths =
        IntStream.range(0, count)
            .map(at -> rows.stream().mapToInt(row -> English.length(row.get(at))).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths, gap)).toList();
  }

  private static String line(List<String> row, int[] widths, int gap) {
    var line = new StringBuilder();
    for (int at = 0; at < row.size(); at++) {
      line.append(
          at + 1 == row.size() ? row.get(at) : English.column(row.get(at), widths[at] + gap, gap));
    }
    return line.toString();
  }
}
