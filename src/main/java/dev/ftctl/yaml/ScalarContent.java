package dev.ftctl.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// The lines of a block scalar, which move together.
final class ScalarContent {

  private static final int STEP = 2;

  private final List<Line> lines;
  private final int from;
  private final int to;
  private final @Nullable Block around;
  private final int written;
  private final boolean keepsLineEnds;

  /// @param start of the `|` or `>`
  /// @param end the line of its end
  /// @param around the block that it stands in, if any
  ScalarContent(List<Line> lines, Mark start, int end, @Nullable Block around) {
    this.lines = lines;
    this.from = start.getLine() + 1;
    this.to = Math.min(end, lines.size() - 1);
    this.around = around;
    String head = lines.get(start.getLine()).from(start.getColumn() + 1);
    String signs = head.length() > 2 ? head.substring(0, 2) : head;
    this.keepsLineEnds = signs.contains("+");
    String digits = signs.replaceAll("[^1-9]", "");
    this.written = digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  boolean keepsLineEnds() {
    return keepsLineEnds;
  }

  void move() {
    int common = written > 0 ? least(column()) + written - 1 : found();
    int shift =
        written > 0
            ? least(newColumn()) - least(column())
            : around == null ? 0 : newColumn() + STEP - common;
    for (int index = from; index <= to; index++) {
      Line line = lines.get(index);
      if (!line.isBlank() && line.indent() < common) {
        return;
      }
      line.beScalar(common, shift);
    }
  }

  /// The indentation of the first line with a text.
  private int found() {
    return lines.subList(from, Math.max(from, to + 1)).stream()
        .filter(line -> !line.isBlank())
        .mapToInt(Line::indent)
        .filter(indent -> indent > column())
        .findFirst()
        .orElse(least(column()));
  }

  private int column() {
    return around == null ? -1 : around.column();
  }

  private int newColumn() {
    return around == null ? -1 : around.newColumn();
  }

  /// The least indentation that content of a block at a column may have.
  private static int least(int column) {
    return Math.max(1, column + 1);
  }
}
