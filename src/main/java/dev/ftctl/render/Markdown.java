package dev.ftctl.render;

import dev.ftctl.model.shown.RunnerCommands;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of an account or a manifest inside GitHub's Markdown. They are not trusted: no name may
/// break a table, begin a tag, or notify anybody.
public final class Markdown {

  private static final int LONGEST_CELL = 240;
  private static final String ACTIVE = "\\`*_[]|~>";

  /// Where an address or a reference to an issue, a merge request or a milestone is taken apart.
  private static final Pattern REFERENCES =
      Pattern.compile(
          "(?<=:)(?=//)|(?i:(?<=\\bwww)(?=\\.)|(?<=\\bGH)(?=-\\d))|(?<=[!%])(?=\\d)|(?<=\\$)");

  /// `--max-deletes`, `--allow replace:connector/ads@prod`, a name between backquotes.
  private static final Pattern COPIED =
      Pattern.compile(
          "(?<![\\w`-])--[a-z][a-z-]+(?:=[^\\s,;]+)?(?: (?:'[^']*'|[a-z]+:[^\\s,;']+))?|`[^`]+`");

  private static final String MARKED = "\\`*[]<>&|~@#$^{}!%";

  /// What becomes a link by itself.
  private static final Pattern ADDRESS = Pattern.compile("(?i)://|www[.]|mailto:|xmpp:");

  private static final int LONGEST_WORD = 16;

  /// Where the parts of a word meet, and a line may end.
  private static final Pattern ENDS = Pattern.compile("(?<=[/_])(?=.)|(?<=.)(?=@)");

  /// No text has it: what can't be seen is told in letters.
  private static final char BREAK = '\0';

  private Markdown() {}

  /// As code, where nothing is read as Markdown and `@name` notifies nobody. Nothing stays nothing.
  public static String code(String text) {
    String clean = clipped(quiet(English.printable(text)).strip());
    if (clean.isEmpty()) {
      return "";
    }
    if (clean.indexOf('|') >= 0) {
      return "<code>" + coded(clean) + "</code>";
    }
    String fence = "`".repeat(longestRun(clean, '`') + 1);
    String blank = clean.startsWith("`") || clean.endsWith("`") ? " " : "";
    return fence + blank + clean + blank + fence;
  }

  /// The same in a cell of a table, where a long word may be broken between its parts: a reader of
  /// narrow windows would not see the next column beside an address that stays whole.
  public static String cell(String text) {
    String clean = clipped(quiet(English.printable(text)).strip());
    if (clean.isEmpty()) {
      return "";
    }
    if (ADDRESS.matcher(clean).find()) {
      return "<code>" + coded(clean) + "</code>";
    }
    var cell = new StringBuilder();
    for (String word : clean.splitWithDelimiters(" +", 0)) {
      cell.append(word.length() > LONGEST_WORD ? breakable(word) : escaped(word));
    }
    return "<code>" + cell + "</code>";
  }

  private static String breakable(String word) {
    return escaped(ENDS.matcher(word).replaceAll(String.valueOf(BREAK)));
  }

  /// What means something within a tag that leaves Markdown on, as a number.
  private static String escaped(String word) {
    var escaped = new StringBuilder();
    for (int at = 0; at < word.length(); at++) {
      char letter = word.charAt(at);
      if (letter == BREAK) {
        escaped.append("<wbr>");
      } else if (MARKED.indexOf(letter) >= 0 || letter == '_' && !isInner(word, at)) {
        escaped.append("&#").append((int) letter).append(';');
      } else {
        escaped.append(letter);
      }
    }
    return escaped.toString();
  }

  /// Between letters it emphasizes nothing.
  private static boolean isInner(String word, int at) {
    return at > 0
        && at + 1 < word.length()
        && Character.isLetterOrDigit(word.charAt(at - 1))
        && (word.charAt(at + 1) == BREAK || Character.isLetterOrDigit(word.charAt(at + 1)));
  }

  /// With every letter as a number that could mean something: a pipe ends a cell within backquotes,
  /// and whether a backslash before it helps is answered differently by different readers.
  private static String coded(String text) {
    var coded = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (point == ' ' || Character.isLetterOrDigit(point)) {
            coded.appendCodePoint(point);
          } else {
            coded.append("&#").append(point).append(';');
          }
        });
    return coded.toString();
  }

  /// As running text of ours: flags with their values, and what stands between backquotes, as code
  /// that can be copied.
  public static String prose(String text) {
    return prose(text, Markdown::code);
  }

  /// The same in a cell of a table.
  public static String cellProse(String text) {
    return prose(text, Markdown::cell);
  }

  private static String prose(String text, UnaryOperator<String> look) {
    var prose = new StringBuilder();
    String whole = clipped(English.printable(text));
    Matcher code = COPIED.matcher(whole);
    int from = 0;
    while (code.find()) {
      prose.append(text(whole.substring(from, code.start())));
      String copied = code.group();
      prose.append(
          look.apply(copied.startsWith("`") ? copied.substring(1, copied.length() - 1) : copied));
      from = code.end();
    }
    return prose.append(text(whole.substring(from))).toString();
  }

  /// A line of code that neither a runner takes for a command nor a script for the hidden marker of
  /// a comment.
  private static String quiet(String line) {
    return RunnerCommands.broken(line).replace("<!--", "<\\u0021--");
  }

  /// As running text: every active character is escaped, and mentions, references and addresses are
  /// taken apart by an empty comment, which no reader sees.
  public static String text(String text) {
    var escaped = new StringBuilder();
    clipped(English.printable(text)).codePoints().forEach(point -> escape(point, escaped));
    return REFERENCES.matcher(escaped).replaceAll("<!-- -->");
  }

  /// Inside HTML tags, where Markdown is not read.
  public static String html(String text) {
    String safe =
        entities(clipped(English.printable(text)))
            .replace("#", "&#35;<!-- -->")
            .replace("@", "&#64;<!-- -->");
    return REFERENCES.matcher(safe).replaceAll("<!-- -->");
  }

  /// A fenced block of code that none of the lines can end.
  public static String block(String language, List<String> lines) {
    List<String> quiet = lines.stream().map(Markdown::quiet).toList();
    int longest = quiet.stream().mapToInt(line -> longestRun(line, '`')).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + language + "\n" + String.join("\n", quiet) + "\n" + fence + "\n";
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
