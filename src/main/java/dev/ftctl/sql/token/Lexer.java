package dev.ftctl.sql.token;

import dev.ftctl.sql.token.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes a text apart, such that the tokens together are the text.
public final class Lexer {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char FIRST_BEYOND_ASCII = 0x80;

  private final String text;
  private final Dialect dialect;
  private final Quotes quotes;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.quotes = new Quotes(text, dialect);
  }

  public static Lexed of(String text, Dialect dialect) {
    return new Lexer(text, dialect).all();
  }

  private Lexed all() {
    while (at < text.length()) {
      Token next = next();
      if (next.end() < 0) {
        return new Lexed(tokens, Optional.of(flaw(next.kind())));
      }
      tokens.add(next);
      at = next.end();
    }
    return new Lexed(tokens, Optional.empty());
  }

  private Flaw flaw(Kind kind) {
    if (text.charAt(at) == '`' && !dialect.has(Lexis.BACKTICKS)) {
      return new Flaw(at, "a backtick quotes nothing in this dialect");
    }
    String what =
        switch (kind) {
          case COMMENT -> "comment";
          case QUOTED -> "quoted name";
          case TEMPLATE, DIRECTIVE -> "template";
          case SPACE, TEXT, NUMBER, WORD, VARIABLE, SIGN -> "text in quotes";
        };
    return new Flaw(at, "the " + what + " that begins here has no end");
  }

  /// With a negative end where there is none.
  private Token next() {
    char letter = text.charAt(at);
    if (isSpace(letter)) {
      return token(Kind.SPACE, spaces());
    }
    if (Templates.isOpen(text, at)) {
      Kind kind = text.charAt(at + 1) == '{' ? Kind.TEMPLATE : Kind.DIRECTIVE;
      return token(kind, Templates.end(text, at));
    }
    int comment = quotes.comment(at);
    if (comment != Quotes.NOT_THERE) {
      return token(Kind.COMMENT, comment);
    }
    if (isWordStart(letter)) {
      return word();
    }
    if (letter >= '0' && letter <= '9') {
      return token(Kind.NUMBER, number());
    }
    int ofText = quotes.text(at);
    if (ofText != Quotes.NOT_THERE) {
      return token(Kind.TEXT, ofText);
    }
    int name = quotes.name(at);
    return name != Quotes.NOT_THERE ? token(Kind.QUOTED, name) : variableOrSign();
  }

  private Token token(Kind kind, int end) {
    return new Token(kind, at, end);
  }

  private int spaces() {
    int end = at + 1;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || letter == BYTE_ORDER_MARK;
  }

  private boolean isWordStart(char letter) {
    return letter == '_'
        || letter >= 'a' && letter <= 'z'
        || letter >= 'A' && letter <= 'Z'
        || letter >= FIRST_BEYOND_ASCII
        || letter == '#' && dialect.has(Lexis.HASH_NAMES);
  }

  private boolean isWordPart(char letter) {
    return !isSpace(letter)
        && (isWordStart(letter)
            || letter >= '0' && letter <= '9'
            || letter == '$' && dialect.has(Lexis.DOLLAR_NAMES));
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private Token word() {
    int end = wordEnd(at + 1);
    int prefixed = quotes.prefixed(text.substring(at, end).toLowerCase(Locale.ROOT), end);
    return prefixed != Quotes.NOT_THERE ? token(Kind.TEXT, prefixed) : token(Kind.WORD, end);
  }

  private int number() {
    int end = wordEnd(at + 1);
    boolean hasFraction =
        end + 1 < text.length()
            && text.charAt(end) == '.'
            && Character.isDigit(text.charAt(end + 1));
    return hasFraction ? wordEnd(end + 1) : end;
  }

  private Token variableOrSign() {
    char letter = text.charAt(at);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (letter == '$' && (next == '{' || next == '(' && dialect.has(Lexis.ROUND_VARIABLES))) {
      return token(Kind.TEMPLATE, behind(next == '{' ? '}' : ')'));
    }
    if (letter == '&' && dialect.has(Lexis.AMPERSAND_VARIABLES)) {
      if (next == '{') {
        return token(Kind.TEMPLATE, behind('}'));
      }
      if (isWordStart(next) || next == '&') {
        return token(Kind.TEMPLATE, wordEnd(at + 2));
      }
    }
    if (letter == '@' && dialect.has(Lexis.STAGES)) {
      return token(Kind.VARIABLE, stage());
    }
    if (letter == '@' || letter == '$') {
      int first = next == letter ? at + 2 : at + 1;
      int end = wordEnd(first);
      return token(end == at + 1 ? Kind.SIGN : Kind.VARIABLE, end);
    }
    return token(Kind.SIGN, at + 1);
  }

  private int behind(char close) {
    int end = text.indexOf(close, at);
    return end < 0 ? end : end + 1;
  }

  private int stage() {
    int end = at + 1;
    while (end < text.length()
        && !isSpace(text.charAt(end))
        && ";),('".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
