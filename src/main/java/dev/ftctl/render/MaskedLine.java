package dev.ftctl.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a manifest without the literals that stand under a name like a secret's: a problem may
/// be found before anybody knows which fields are secret. What stands behind one stays, and columns
/// are still found.
///
/// @param text of the line, masked
/// @param masks from the left, in columns of the line as it is written
record MaskedLine(String text, List<Span> masks) {

  private static final String MASK = "(secret)";

  /// Where secrets are kept is none.
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(?:password|passwd|secret(?!s_manager|s_keys_config)|token|passphrase|private_?key|api_?key|credentials?)[\\w-]*[\"']?\\s*:\\s+");

  /// References that hold no text of their own.
  private static final Pattern REFERENCES =
      Pattern.compile("(?:\\$\\{(?![^}]*(?::-[^}]|'))[^}]*\\})+");

  private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern SINGLE_QUOTED = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern IN_FLOW = Pattern.compile("(?:\\$\\{[^}]*\\}|[^,}\\]])*");
  private static final Pattern NULL = Pattern.compile("~|null|\"\"|''|$");

  /// What a mask stands for.
  record Span(int begin, int end) {}

  static MaskedLine of(String written) {
    String line = written.replace('\t', ' ');
    var masks = new ArrayList<Span>();
    Matcher key = KEY.matcher(line);
    int from = 0;
    while (key.find(from)) {
      Span value = value(line, key.end());
      if (isLiteral(line.substring(value.begin(), value.end()))) {
        masks.add(value);
      }
      from = Math.max(key.end(), value.end());
    }
    return new MaskedLine(masked(line, masks), List.copyOf(masks));
  }

  /// Where a column of the line as it is written stands in the text; within a mask its beginning.
  ///
  /// @param column from zero
  int column(int column) {
    int shift = 0;
    for (Span mask : masks) {
      if (column >= mask.end()) {
        shift += MASK.length() - (mask.end() - mask.begin());
      } else if (column > mask.begin()) {
        shift += mask.begin() - column;
      }
    }
    return column + shift;
  }

  private static String masked(String line, List<Span> masks) {
    var text = new StringBuilder();
    int open = 0;
    for (Span mask : masks) {
      text.append(line, open, mask.begin()).append(MASK);
      open = mask.end();
    }
    return text.append(line, open, line.length()).toString();
  }

  private static boolean isLiteral(String value) {
    String bare = value.replaceAll("^[\"']|[\"']$", "");
    return !bare.startsWith("#")
        && !NULL.matcher(value).matches()
        && !REFERENCES.matcher(bare).matches();
  }

  private static Span value(String line, int begin) {
    if (begin >= line.length()) {
      return new Span(line.length(), line.length());
    }
    return switch (line.charAt(begin)) {
      case '"' -> end(DOUBLE_QUOTED, line, begin);
      case '\'' -> end(SINGLE_QUOTED, line, begin);
      case '{', '[' -> new Span(begin, closing(line, begin));
      default -> isInFlow(line, begin) ? plain(line, begin) : new Span(begin, line.length());
    };
  }

  private static Span end(Pattern quoted, String line, int begin) {
    Matcher found = quoted.matcher(line).region(begin, line.length());
    return new Span(begin, found.lookingAt() ? found.end() : line.length());
  }

  /// A plain value of `{ }`; braces of references belong to it.
  private static Span plain(String line, int begin) {
    Matcher found = IN_FLOW.matcher(line).region(begin, line.length());
    return new Span(
        begin, found.lookingAt() ? begin + found.group().stripTrailing().length() : begin);
  }

  private static boolean isInFlow(String line, int at) {
    int depth = 0;
    for (int i = 0; i < at; i++) {
      depth += "{[".indexOf(line.charAt(i)) >= 0 ? 1 : "}]".indexOf(line.charAt(i)) >= 0 ? -1 : 0;
    }
    return depth > 0;
  }

  private static int closing(String line, int begin) {
    int depth = 0;
    for (int i = begin; i < line.length(); i++) {
      depth += "{[".indexOf(line.charAt(i)) >= 0 ? 1 : "}]".indexOf(line.charAt(i)) >= 0 ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return line.length();
  }
}
