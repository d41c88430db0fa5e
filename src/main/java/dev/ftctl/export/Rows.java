package dev.ftctl.export;

import java.util.List;
import java.util.stream.Collectors;

/// What the documents of a `for_each` differ in: a CSV file with a header.
///
/// @param rows a cell for each column
public record Rows(List<String> columns, List<List<String>> rows) {

  public Rows {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// The text of the file.
  String csv() {
    var text = new StringBuilder(line(columns));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Rows::cell).collect(Collectors.joining(",")) + "\n";
  }

  private static String cell(String text) {
    boolean isPlain = text.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return isPlain && text.equals(text.strip()) ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
