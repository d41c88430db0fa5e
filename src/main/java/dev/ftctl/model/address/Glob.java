package dev.ftctl.model.address;

/// A pattern of a name: `*` stands for any characters, `?` for one; everything else for itself.
public record Glob(String pattern) {

  /// In steps of at most the product of both lengths: on a mismatch only the last `*` takes one
  /// character more.
  public boolean matches(String name) {
    int at = 0;
    int next = 0;
    int star = -1;
    int taken = 0;
    while (next < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        taken = next;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(next))) {
        at++;
        next++;
      } else if (star >= 0) {
        at = star + 1;
        next = ++taken;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  /// Whether the text is a pattern at all.
  public static boolean isGlob(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }
}
