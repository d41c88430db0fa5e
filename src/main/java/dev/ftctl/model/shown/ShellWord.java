package dev.ftctl.model.shown;

import java.util.regex.Pattern;

/// A text as one word of a command line that a person copies into a shell.
public final class ShellWord {

  /// Begins with nothing that a shell expands, and holds nothing that it takes apart.
  private static final Pattern HARMLESS =
      Pattern.compile("[\\p{L}\\p{N}_@%+./:-][\\p{L}\\p{N}_@%+=./:~,-]*");

  private ShellWord() {}

  /// As it is where any shell takes it so, else in single quotes, within which nothing is expanded.
  public static String of(String text) {
    return HARMLESS.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
