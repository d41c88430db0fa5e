package dev.ftctl.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of a manifest around a problem (` 12 | pausd: false`), and the line below them with a
/// caret and a hint, on a terminal that is too narrow for them: all are cut so that what the caret
/// points at is seen, and the hint goes below.
final class ExcerptFit {

  private static final Pattern PART = Pattern.compile("(?: {0,4}\\d+| {6}) ?\\|(?: .*)?");
  private static final Pattern CARET = Pattern.compile("( *)(\\^+)(?: (.*))?");
  private static final String CUT = "…";

  private final int room;
  private int from;

  private ExcerptFit(int room) {
    this.room = room;
  }

  static boolean isPart(String line) {
    return PART.matcher(line).matches();
  }

  /// @param lines of one excerpt, the caret's last; none for none
  static List<String> of(List<String> lines, int columns) {
    if (lines.stream().allMatch(line -> Letters.width(line) <= columns)) {
      return List.copyOf(lines);
    }
    String gutter = gutter(lines.getLast());
    return new ExcerptFit(columns - gutter.length()).fit(lines, gutter);
  }

  private List<String> fit(List<String> lines, String gutter) {
    var caret = CARET.matcher(lines.getLast().substring(gutter.length()));
    if (!caret.matches()) {
      return lines.stream().map(this::cut).toList();
    }
    int column = caret.group(1).length();
    int width = Math.min(caret.group(2).length(), room / 2);
    from = column + width > room - CUT.length() ? column - room / 3 : 0;
    var fit = new ArrayList<String>();
    lines.subList(0, lines.size() - 1).forEach(line -> fit.add(cut(line)));
    String below = " ".repeat(column - from) + "^".repeat(width);
    String hint = caret.group(3) == null ? "" : caret.group(3);
    if (hint.isEmpty() || below.length() + 1 + Letters.width(hint) <= room) {
      fit.add((gutter + below + " " + hint).stripTrailing());
    } else {
      fit.add(gutter + below);
      Wrapping.line("  " + hint, room).lines().forEach(line -> fit.add(gutter + line));
    }
    return fit;
  }

  private String cut(String line) {
    String gutter = gutter(line);
    String text = line.substring(gutter.length());
    String begun =
        from == 0 || text.isEmpty()
            ? text
            : CUT + text.substring(Math.min(text.length(), from + 1));
    boolean isLong = Letters.width(begun) > room;
    return (gutter + (isLong ? Letters.upTo(begun, room - 1) + CUT : begun)).stripTrailing();
  }

  private static String gutter(String line) {
    int end = line.indexOf('|') + 2;
    return line.substring(0, Math.min(end, line.length()));
  }
}
