package dev.ftctl.render;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.shown.Visible;
import java.util.ArrayList;
import java.util.List;

/// The lines of a manifest around a problem, with a caret line under the place.
final class Excerpt {

  /// A line may be as long as a file is allowed to be; more than this around the place helps
  /// nobody.
  private static final int LONGEST_SHOWN = 120;

  private static final int SHOWN_BEFORE_PLACE = 60;

  private Excerpt() {}

  static List<String> lines(SourceLocation place, List<String> excerpt, String fix) {
    var lines = new ArrayList<String>();
    int number = place.line() - excerpt.size() + 1;
    MaskedLine last = MaskedLine.of(excerpt.getLast());
    int column = last.column(place.column() - 1);
    int end = last.column(place.column() - 1 + place.width());
    boolean isLong = last.text().length() > LONGEST_SHOWN;
    int from = isLong ? Math.max(0, column - SHOWN_BEFORE_PLACE) : 0;
    for (String line : excerpt) {
      String shown = cut(MaskedLine.of(line).text(), from);
      lines.add("%5d | %s".formatted(number++, shown).stripTrailing());
    }
    column -= from;
    int width = Math.max(1, Math.min(end - from, last.text().length() - from) - column);
    String caret = " ".repeat(Math.max(0, column)) + "^".repeat(Math.min(width, LONGEST_SHOWN));
    String hint = fix.isEmpty() ? "" : " " + English.printable(fix);
    lines.add("      | " + caret + hint);
    return lines;
  }

  private static String cut(String line, int from) {
    int start = Math.min(from, line.length());
    int end = Math.min(line.length(), start + LONGEST_SHOWN);
    return sameWidth(line.substring(start, end));
  }

  /// A point for each letter that acts, so that what stands below still fits.
  private static String sameWidth(String line) {
    var shown = new StringBuilder(line.length());
    line.codePoints()
        .forEach(point ->
            shown.append(
                Visible.isActing(point)
                    ? "·".repeat(Character.charCount(point))
                    : Character.toString(point)));
    return shown.toString();
  }
}
