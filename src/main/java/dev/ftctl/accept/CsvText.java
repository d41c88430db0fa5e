package dev.ftctl.accept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The text of a CSV file in which single cells change; everything else stays, quotes and line ends
/// too (RFC 4180). Used once, by one thread.
final class CsvText {

  /// @param line and `column` from 1, of its first character without quote
  private record Cell(int start, int end, int line, int column, boolean isQuoted) {}

  private record Splice(Cell cell, String with) {}

  private final String text;
  private final List<Cell> cells;
  private final List<Splice> splices = new ArrayList<>();

  CsvText(String text) {
    this.text = text;
    this.cells = new Scan(text).cells();
  }

  /// Puts a text in place of the cell that a place is in.
  ///
  /// @return whether there is one, and no other text was put there
  boolean set(int line, int column, String with) {
    Optional<Cell> cell =
        cells.stream()
            .filter(one -> one.line() == line && one.column() <= column)
            .max(Comparator.comparingInt(Cell::column));
    boolean isTaken =
        splices.stream()
            .anyMatch(splice ->
                cell.filter(splice.cell()::equals).isPresent() && !splice.with().equals(with));
    if (cell.isEmpty() || isTaken) {
      return false;
    }
    splices.add(new Splice(cell.get(), with));
    return true;
  }

  String result() {
    var ordered = splices.stream().distinct().toList();
    var after = new StringBuilder(text);
    ordered.stream()
        .sorted(Comparator.comparingInt((Splice splice) -> splice.cell().start()).reversed())
        .forEach(
            splice -> after.replace(splice.cell().start(), splice.cell().end(), written(splice)));
    return after.toString();
  }

  private static String written(Splice splice) {
    String with = splice.with();
    boolean needsQuotes =
        splice.cell().isQuoted()
            || with.chars().anyMatch(letter -> "\",\r\n".indexOf(letter) >= 0)
            || !with.equals(with.strip());
    return needsQuotes ? '"' + with.replace("\"", "\"\"") + '"' : with;
  }

  /// Walks over a text once.
  private static final class Scan {
    private final String text;
    private final List<Cell> cells = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    Scan(String text) {
      this.text = text;
      this.at = text.startsWith("\uFEFF") ? 1 : 0;
      this.lineStart = at;
    }

    List<Cell> cells() {
      do {
        cell();
      } while (parted());
      return cells;
    }

    private void cell() {
      int start = at;
      int startLine = line;
      int column = text.codePointCount(lineStart, at) + 1;
      boolean isQuoted = is('"');
      if (isQuoted) {
        quoted();
      }
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      cells.add(new Cell(start, at, startLine, column, isQuoted));
    }

    /// To behind the closing quote; two in a row are one that is meant.
    private void quoted() {
      at++;
      while (at < text.length()) {
        boolean isQuote = is('"');
        if (is('\n')) {
          line++;
          lineStart = at + 1;
        }
        at++;
        if (isQuote && !is('"')) {
          return;
        }
        at += isQuote ? 1 : 0;
      }
    }

    /// Whether another cell follows.
    private boolean parted() {
      if (is(',')) {
        at++;
        return true;
      }
      at += is('\r') ? 1 : 0;
      at += is('\n') ? 1 : 0;
      line++;
      lineStart = at;
      return at < text.length();
    }

    private boolean is(char letter) {
      return at < text.length() && text.charAt(at) == letter;
    }
  }
}
