package dev.ftctl.render;

import dev.ftctl.model.shown.Visible;
import java.time.Duration;
import java.util.List;
import org.jline.utils.WCWidth;

/// Small things of English and of columns.
public final class English {

  private English() {}

  /// `1 write`, `2 writes`.
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /// Words as a sentence lists them: `a`, `a or b`, `a, b or c`.
  public static String listed(List<String> words, String last) {
    int most = words.size() - 1;
    return most < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, most)) + " " + last + " " + words.get(most);
  }

  /// `40 s`, `12 min`, `1 h 40 min`: two figures at most.
  public static String duration(Duration time) {
    if (time.toSeconds() < 100) {
      return time.toSeconds() + " s";
    }
    long minutes = Math.ceilDiv(time.toSeconds(), 60);
    if (minutes < 100) {
      return minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  /// The text, blanks up to `width`, and at least `gap` blanks, so that the next column begins.
  public static String column(String text, int width, int gap) {
    return text + " ".repeat(Math.max(gap, width - length(text)));
  }

  /// In columns of a terminal: letters of East Asia and pictures take two.
  public static int length(String text) {
    return text.codePoints().map(English::columns).sum();
  }

  /// How many columns of a terminal a letter takes.
  public static int columns(int point) {
    return point < 0x300 ? 1 : Math.max(0, WCWidth.wcwidth(point));
  }

  /// A text of others within one line, with nothing in it that acts on a terminal.
  public static String printable(String text) {
    return Visible.text(text);
  }
}
