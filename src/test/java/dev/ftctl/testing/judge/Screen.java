package dev.ftctl.testing.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A terminal that does nothing but notice what would do something. It knows the sequences of a
/// VT100 by their grammar: ESC, `[`, parameters, a final letter.
public final class Screen {

  /// Colours that ftctl paints with, and the end of them.
  private static final Set<String> COLOURS = Set.of("[0m", "[1m", "[2m", "[31m", "[32m", "[33m");

  private static final String ERASE_LINE = "[K";

  private Screen() {}

  /// What acts, each with where it stands; empty for a text to look at.
  ///
  /// @param isTerminal whether colours and the line of progress are allowed
  public static List<String> acts(String text, boolean isTerminal) {
    var acts = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (point == 0x1b && isTerminal) {
        int end = endOfSequence(text, next);
        String sequence = text.substring(next, end);
        boolean afterReturn = at > 0 && text.charAt(at - 1) == '\r';
        if (!COLOURS.contains(sequence) && !(sequence.equals(ERASE_LINE) && afterReturn)) {
          acts.add("sequence " + sequence + " at " + at);
        }
        next = end;
      } else if (acts(point)
          && !(point == '\r' && isTerminal && text.startsWith("\u001b[K", next))) {
        acts.add("U+%04X at %d: %s".formatted(point, at, around(text, at)));
      }
      at = next;
    }
    return acts;
  }

  private static int endOfSequence(String text, int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == '[') {
      at++;
      while (at < text.length() && text.charAt(at) < 0x40) {
        at++;
      }
    }
    return Math.min(text.length(), at + 1);
  }

  private static boolean acts(int point) {
    return point < 0x20 && point != '\n' && point != '\t'
        || point >= 0x7f && point <= 0x9f
        || point == 0xad
        || point >= 0x200b && point <= 0x200f
        || point >= 0x2028 && point <= 0x202e
        || point >= 0x2060 && point <= 0x206f
        || point == 0xfeff
        || point >= 0xfff9 && point <= 0xfffb
        || point >= 0xd800 && point <= 0xdfff
        || point >= 0xe0000 && point <= 0xe007f;
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 10))
        .replaceAll("\\p{C}", "?");
  }
}
