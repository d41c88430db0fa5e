package dev.ftctl.model.shown;

/// Texts of others as something to look at. Letters that act instead of being seen (controls, marks
/// of direction, letters without width, line ends of other systems) are shown as `\u001b`, as JSON
/// writes them: so a text that was JSON still says the same.
public final class Visible {

  /// For half a letter, which most readers of JSON refuse.
  private static final char NO_LETTER = '\uFFFD';

  private Visible() {}

  /// One line, whatever the text holds: line ends and tabs are shown too.
  public static String text(String text) {
    return shown(text, "");
  }

  /// A text of lines: line ends and tabs stay.
  public static String lines(String text) {
    return shown(text, "\n\t");
  }

  /// Whether a letter does something to what shows it, or can't be seen.
  public static boolean isActing(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String shown(String text, String kept) {
    if (text.codePoints().noneMatch(point -> isShown(point, kept))) {
      return text;
    }
    var shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (isShown(point, kept)) {
            escape(point, shown);
          } else {
            shown.appendCodePoint(point);
          }
        });
    return shown.toString();
  }

  private static boolean isShown(int point, String kept) {
    return isActing(point) && kept.indexOf(point) < 0;
  }

  private static void escape(int point, StringBuilder into) {
    if (Character.getType(point) == Character.SURROGATE) {
      into.append(NO_LETTER);
      return;
    }
    for (char half : Character.toChars(point)) {
      into.append(String.format("\\u%04x", (int) half));
    }
  }
}
