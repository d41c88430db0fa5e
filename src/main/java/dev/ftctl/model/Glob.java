package dev.ftctl.model;

import java.util.regex.Pattern;

/// A pattern of a name: `*` stands for any characters, `?` for one; everything else for itself.
public record Glob(String pattern) {

  public boolean matches(String name) {
    return regex().matcher(name).matches();
  }

  /// Whether the text is a pattern at all.
  public static boolean isGlob(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private Pattern regex() {
    var regex = new StringBuilder();
    for (char letter : pattern.toCharArray()) {
      regex.append(
          switch (letter) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(letter));
          });
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
