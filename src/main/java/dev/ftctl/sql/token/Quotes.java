package dev.ftctl.sql.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where comments, texts and quoted names of a dialect end. Offsets behind the last letter; [#OPEN]
/// where there is no end, [#NOT_THERE] where nothing of the sort begins.
final class Quotes {

  static final int OPEN = -1;
  static final int NOT_THERE = -2;

  private static final Pattern TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern BYTES = Pattern.compile("b|r|rb|br");
  private static final Pattern NATIONAL = Pattern.compile("[nx]");

  private final String text;
  private final Dialect dialect;

  Quotes(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  int comment(int at) {
    if (text.startsWith("/*", at)) {
      return block(at);
    }
    boolean isLine =
        isDashes(at)
            || text.charAt(at) == '#' && dialect.has(Lexis.HASH_COMMENTS)
            || text.startsWith("//", at) && dialect.has(Lexis.SLASH_COMMENTS);
    return isLine ? line(at) : NOT_THERE;
  }

  private boolean isDashes(int at) {
    if (!text.startsWith("--", at)) {
      return false;
    }
    return !dialect.has(Lexis.DASHES_AND_SPACE)
        || at + 2 == text.length()
        || text.charAt(at + 2) <= ' ';
  }

  private int line(int at) {
    int end = at;
    while (end < text.length()) {
      char letter = text.charAt(end);
      boolean isEnd = letter == '\n' || letter == '\r';
      if (isEnd && !(dialect.has(Lexis.CONTINUED_COMMENTS) && text.charAt(end - 1) == '\\')) {
        return end;
      }
      int template = Templates.endWithin(text, end);
      end = template < 0 ? end + 1 : template;
    }
    return end;
  }

  private int block(int at) {
    int depth = 1;
    int end = at + 2;
    while (end < text.length()) {
      if (text.startsWith("*/", end)) {
        depth--;
        end += 2;
        if (depth == 0) {
          return end;
        }
      } else if (text.startsWith("/*", end) && dialect.has(Lexis.NESTED_COMMENTS)) {
        depth++;
        end += 2;
      } else {
        end++;
      }
    }
    return OPEN;
  }

  /// A text without a prefix.
  int text(int at) {
    char quote = text.charAt(at);
    if (quote == '$' && dialect.has(Lexis.DOLLARS)) {
      return dollars(at);
    }
    return isTextQuote(at) ? quoted(at, dialect.has(Lexis.BACKSLASHES)) : NOT_THERE;
  }

  /// A text behind a word that may be its prefix.
  ///
  /// @param at where the quotes would begin
  int prefixed(String word, int at) {
    if (!isTextQuote(at)) {
      return NOT_THERE;
    }
    if (word.equals("e") && dialect.has(Lexis.ESCAPE_PREFIX)) {
      return quoted(at, true);
    }
    if (word.equals("r") && dialect.has(Lexis.RAW_PREFIX) && !dialect.has(Lexis.BYTES_PREFIX)) {
      return quoted(at, false);
    }
    boolean isPrefix =
        NATIONAL.matcher(word).matches()
            || dialect.has(Lexis.BYTES_PREFIX) && BYTES.matcher(word).matches();
    return isPrefix ? quoted(at, dialect.has(Lexis.BACKSLASHES)) : NOT_THERE;
  }

  private boolean isTextQuote(int at) {
    char quote = at < text.length() ? text.charAt(at) : ' ';
    return quote == '\'' || quote == '"' && dialect.has(Lexis.DOUBLE_QUOTED_TEXTS);
  }

  private int dollars(int at) {
    Matcher tag = TAG.matcher(text).region(at, text.length());
    if (!tag.lookingAt() || tag.end() > at + 2 && !dialect.has(Lexis.DOLLAR_TAGS)) {
      return NOT_THERE;
    }
    int end = text.indexOf(tag.group(), tag.end());
    return end < 0 ? OPEN : end + tag.group().length();
  }

  int name(int at) {
    return switch (text.charAt(at)) {
      case '"' -> quoted(at, false);
      case '`' ->
          dialect.has(Lexis.BACKTICKS) ? quoted(at, dialect.has(Lexis.DOTTED_BACKTICKS)) : OPEN;
      case '[' -> dialect.has(Lexis.BRACKETS) ? end(at + 1, "]", false) : NOT_THERE;
      default -> NOT_THERE;
    };
  }

  private int quoted(int at, boolean hasBackslashes) {
    String one = text.substring(at, at + 1);
    boolean isTriple = dialect.has(Lexis.TRIPLE_QUOTES) && text.startsWith(one.repeat(3), at);
    return isTriple ? end(at + 3, one.repeat(3), hasBackslashes) : end(at + 1, one, hasBackslashes);
  }

  /// Behind the close; one that is doubled stands for itself.
  private int end(int from, String close, boolean hasBackslashes) {
    int at = from;
    while (at < text.length()) {
      int template = Templates.endWithin(text, at);
      if (template >= 0) {
        at = template;
      } else if (hasBackslashes && text.charAt(at) == '\\') {
        at += 2;
      } else if (!text.startsWith(close, at)) {
        at++;
      } else if (close.length() == 1 && text.startsWith(close, at + 1)) {
        at += 2;
      } else {
        return at + close.length();
      }
    }
    return OPEN;
  }
}
