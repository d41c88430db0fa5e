package dev.ftctl.example;

import java.util.ArrayList;
import java.util.List;

/// A line with a note behind it, or above it where it doesn't fit.
final class Commented {

  private static final int LONGEST = 120;
  private static final int WIDTH = 100;

  private Commented() {}

  /// @param above what a note above the line begins with
  static List<String> of(String line, String above, String note) {
    if (note.isEmpty()) {
      return List.of(line);
    }
    String one = line + "  # " + note;
    if (one.length() <= LONGEST) {
      return List.of(one);
    }
    var lines = wrapped(above, note);
    lines.add(line);
    return lines;
  }

  private static List<String> wrapped(String start, String note) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(start);
    for (String word : note.split(" ")) {
      if (line.length() > start.length() && line.length() + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(start);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
