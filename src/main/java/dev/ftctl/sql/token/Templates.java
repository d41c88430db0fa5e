package dev.ftctl.sql.token;

import java.util.List;
import java.util.Map;

/// Templates in a text, as dbt has them: `{{ }}`, `{% %}`, `{# #}`.
final class Templates {

  private static final int NONE = -1;
  private static final Map<Character, String> CLOSES = Map.of('{', "}}", '%', "%}", '#', "#}");

  private Templates() {}

  static boolean isOpen(String text, int at) {
    return at + 1 < text.length()
        && text.charAt(at) == '{'
        && CLOSES.containsKey(text.charAt(at + 1));
  }

  /// The offset behind the template that begins there; negative where it has no end.
  static int end(String text, int at) {
    char sort = text.charAt(at + 1);
    String close = CLOSES.getOrDefault(sort, "");
    int plain = text.indexOf(close, at + 2);
    if (sort == '#' || plain < 0) {
      return plain < 0 ? NONE : plain + close.length();
    }
    int quoted = behindQuotes(text, at + 2, close);
    return (quoted < 0 ? plain : quoted) + close.length();
  }

  /// The same inside of a text or a comment, where braces may be no template: then there is none
  /// that ends before another one begins.
  static int endWithin(String text, int at) {
    int end = isOpen(text, at) ? end(text, at) : NONE;
    boolean isOne = end >= 0 && !text.substring(at + 2, end).contains(text.substring(at, at + 2));
    return isOne ? end : NONE;
  }

  /// Where the close stands, if texts inside the template are skipped.
  private static int behindQuotes(String text, int from, String close) {
    int at = from;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (text.startsWith(close, at)) {
        return at;
      }
      if (List.of('\'', '"').contains(letter)) {
        at = text.indexOf(letter, at + 1);
        if (at < 0) {
          return NONE;
        }
      }
      at++;
    }
    return NONE;
  }
}
