package dev.ftctl.cli.process;

import dev.ftctl.render.English;
import dev.ftctl.render.Marks;

/// How much room texts take on a terminal.
final class Letters {

  private static final int TAB = 8;

  private Letters() {}

  /// In columns; colours take none, letters of East Asia and pictures two.
  static int width(String text) {
    return Marks.without(text).codePoints().map(Letters::width).sum();
  }

  /// The longest beginning that takes no more columns than that, without colours.
  static String upTo(String text, int columns) {
    int end = 0;
    int left = columns;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      left -= width(point);
      if (left < 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  private static int width(int point) {
    return point == '\t' ? TAB : English.columns(point);
  }
}
