package dev.ftctl.render;

/// Texts of an account or a manifest inside GitHub's Markdown. They are not trusted: no name may
/// break a table, begin a tag, or notify anybody.
public final class Markdown {

  private static final int LONGEST_CELL = 240;
  private static final String ACTIVE = "\\`*_[]|~>";

  private Markdown() {}

  /// As code, where nothing is read as Markdown and `@name` notifies nobody; pipes are escaped for
  /// tables. Nothing stays nothing.
  public static String code(String text) {
    String clean = clipped(English.printable(text).strip());
    if (clean.isEmpty()) {
      return "";
    }
    String fence = "`".repeat(longestRun(clean, '`') + 1);
    String blank = clean.startsWith("`") || clean.endsWith("`") ? " " : "";
    return fence + blank + clean.replace("|", "\\|") + blank + fence;
  }

  /// As running text: every active character is escaped, and mentions, references and addresses are
  /// taken apart by an empty comment, which no reader sees.
  public static String text(String text) {
    var escaped = new StringBuilder();
    clipped(English.printable(text)).codePoints().forEach(point -> escape(point, escaped));
    return escaped.toString().replace("://", ":<!-- -->//").replace("www.", "www<!-- -->.");
  }

  /// Inside HTML tags, where Markdown is not read.
  public static String html(String text) {
    return entities(clipped(English.printable(text))).replace("#", "&#35;").replace("@", "&#64;");
  }

  /// A fenced block of code that none of the lines can end.
  public static String block(String language, java.util.List<String> lines) {
    int longest = lines.stream().mapToInt(line -> longestRun(line, '`')).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + language + "\n" + String.join("\n", lines) + "\n" + fence + "\n";
  }

  private static void escape(int point, StringBuilder into) {
    switch (point) {
      case '&' -> into.append("&amp;");
      case '<' -> into.append("&lt;");
      case '@' -> into.append("@<!-- -->");
      case '#' -> into.append("\\#<!-- -->");
      default -> {
        if (ACTIVE.indexOf(point) >= 0) {
          into.append('\\');
        }
        into.appendCodePoint(point);
      }
    }
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String clipped(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_CELL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL - 1)) + "…";
  }

  private static int longestRun(String text, char sought) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == sought ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
