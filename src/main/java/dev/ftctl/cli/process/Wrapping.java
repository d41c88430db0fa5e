package dev.ftctl.cli.process;

import dev.ftctl.render.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines that are longer than a terminal is wide, broken at blanks and never within a word; what
/// goes on stands below what it belongs to. A column of a table goes below where it finds no room.
/// Lines of a manifest around a problem are cut instead, since a caret stands below them.
final class Wrapping {

  /// On anything narrower nobody reads anyway.
  private static final int NARROWEST = 24;

  /// What is left of a line for a column of its own, at least.
  private static final int ROOM = 24;

  private static final Pattern WORD = Pattern.compile("([ \\t]*)([^ \\t]+)");
  private static final Pattern BULLET = Pattern.compile("[-+~→!#>·]|-/\\+");
  private static final Pattern HEAD = Pattern.compile("(?:error|warning|note):");

  /// @param blanks before it
  private record Word(String text, int blanks, int width) {

    boolean beginsColumn() {
      return blanks > 1;
    }
  }

  private final int columns;
  private final List<Word> words;
  private final StringBuilder wrapped = new StringBuilder();
  private int column;
  private int hang;

  private Wrapping(String line, int columns) {
    this.columns = columns;
    this.words = words(line);
    this.hang = firstHang();
  }

  /// @param columns how wide the terminal is
  static String of(String text, int columns) {
    if (columns < NARROWEST || text.lines().allMatch(line -> Letters.width(line) <= columns)) {
      return text;
    }
    var lines = new ArrayList<String>();
    var excerpt = new ArrayList<String>();
    for (String line : text.split("\n", -1)) {
      if (ExcerptFit.isPart(line)) {
        excerpt.add(line);
        continue;
      }
      lines.addAll(ExcerptFit.of(excerpt, columns));
      excerpt.clear();
      lines.add(line(line, columns));
    }
    lines.addAll(ExcerptFit.of(excerpt, columns));
    return String.join("\n", lines);
  }

  static String line(String line, int columns) {
    return Letters.width(line) <= columns ? line : new Wrapping(line, columns).wrapped();
  }

  private String wrapped() {
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      if (at > 0 && breaksBefore(at)) {
        wrapped.append('\n').append(" ".repeat(hang));
        column = hang;
      } else {
        wrapped.append(" ".repeat(word.blanks()));
        column += word.blanks();
        if (at > 0 && word.beginsColumn() && columns - column >= Math.max(ROOM, columns / 3)) {
          hang = column;
        }
      }
      wrapped.append(word.text());
      column += word.width();
    }
    return wrapped.toString();
  }

  /// A column moves as a whole where that helps. A word longer than any line has a line of its own.
  private boolean breaksBefore(int at) {
    Word word = words.get(at);
    int left = columns - column - word.blanks();
    int needed = word.beginsColumn() ? columnWidth(at) : word.width();
    return needed > left && column > hang && (word.width() > left || needed <= columns - hang);
  }

  /// Of the words up to the next column.
  private int columnWidth(int from) {
    int width = words.get(from).width();
    for (int at = from + 1; at < words.size() && !words.get(at).beginsColumn(); at++) {
      width += words.get(at).blanks() + words.get(at).width();
    }
    return width;
  }

  /// Below what a bullet stands before, else a little further in than the first word.
  private int firstHang() {
    if (words.isEmpty()) {
      return 0;
    }
    Word first = words.getFirst();
    String text = Marks.without(first.text());
    int further =
        BULLET.matcher(text).matches() ? first.width() + 1 : HEAD.matcher(text).matches() ? 4 : 2;
    return first.blanks() + further;
  }

  private static List<Word> words(String line) {
    var words = new ArrayList<Word>();
    Matcher found = WORD.matcher(line);
    while (found.find()) {
      words.add(
          new Word(found.group(2), Letters.width(found.group(1)), Letters.width(found.group(2))));
    }
    return words;
  }
}
