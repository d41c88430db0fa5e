package dev.ftctl.sql.scope;

import dev.ftctl.sql.token.Dialect;
import dev.ftctl.sql.token.Lexis;
import dev.ftctl.sql.token.Token;
import dev.ftctl.sql.token.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The tokens that mean something, one after the other.
final class Words {

  private static final Token END = new Token(Kind.SPACE, -1, -1);

  private final String text;
  private final Dialect dialect;
  private final List<Token> tokens;
  private int at;

  Words(String text, Dialect dialect, List<Token> tokens) {
    this.text = text;
    this.dialect = dialect;
    this.tokens = tokens.stream().filter(token -> !token.isSilent()).toList();
  }

  Dialect dialect() {
    return dialect;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
  }

  void skip() {
    at++;
  }

  boolean isEnd() {
    return at >= tokens.size();
  }

  int offset() {
    return isEnd() ? text.length() : peek().start();
  }

  boolean isSign(char sign) {
    return isSign(0, sign);
  }

  boolean isSign(int ahead, char sign) {
    Token token = peek(ahead);
    return token.kind() == Kind.SIGN && text.charAt(token.start()) == sign;
  }

  /// A word in capitals; empty where there is none.
  String word() {
    return word(0);
  }

  String word(int ahead) {
    Token token = peek(ahead);
    return token.kind() == Kind.WORD
        ? text.substring(token.start(), token.end()).toUpperCase(Locale.ROOT)
        : "";
  }

  boolean skipAny(Set<String> words) {
    boolean isAny = false;
    while (words.contains(word())) {
      skip();
      isAny = true;
    }
    return isAny;
  }

  /// Whether a word stands here that is no name: a keyword, unless a dot follows or stands before.
  boolean isKeyword() {
    return isKeyword(0);
  }

  boolean isKeyword(int ahead) {
    return Keywords.isAny(word(ahead)) && !isSign(ahead + 1, '.') && !isSign(ahead - 1, '.');
  }

  /// Whether the end of a statement stands here: `GO` alone in its line is one, too.
  boolean isStatementEnd() {
    return isEnd() || isSign(';') || isGo();
  }

  private boolean isGo() {
    return dialect == Dialect.SQLSERVER
        && word().equals("GO")
        && isLineEdge(peek().start() - 1, -1)
        && isLineEdge(peek().end(), 1);
  }

  private boolean isLineEdge(int from, int step) {
    int index = from;
    while (index >= 0 && index < text.length() && text.charAt(index) != '\n') {
      if (!Character.isWhitespace(text.charAt(index))) {
        return false;
      }
      index += step;
    }
    return true;
  }

  boolean isChainStart() {
    Token token = peek();
    return token.isName() && !isKeyword() || token.kind() == Kind.TEMPLATE;
  }

  /// The names that stand here, and behind it.
  ///
  /// @param isTable whether a table is expected: then dashes may belong to it
  Chain chain(boolean isTable) {
    var parts = new ArrayList<Part>();
    boolean isOpaque = isSign(-1, '.');
    boolean isStar = false;
    while (true) {
      Token token = peek();
      skip();
      isOpaque |= token.kind() == Kind.TEMPLATE || isBehindTemplate(token);
      parts.addAll(parts(token));
      isOpaque |= skipGlued();
      boolean isDashed = isTable && skipDashes();
      isOpaque |= isDashed && (parts.size() > 1 || !isSign('.'));
      if (!isSign('.')) {
        break;
      }
      isOpaque |= isSign(1, '.');
      isStar = isSign(1, '*');
      boolean goesOn = peek(1).isName() || peek(1).kind() == Kind.TEMPLATE;
      if (!goesOn) {
        skip();
        if (isStar) {
          skip();
        }
        break;
      }
      skip();
    }
    return new Chain(parts, isOpaque || parts.stream().anyMatch(Words::isBuilt), isStar);
  }

  private static boolean isBuilt(Part part) {
    return part.name().contains("{{") || part.name().contains("${") || part.name().isEmpty();
  }

  /// What a template makes one name with the one before.
  private boolean skipGlued() {
    boolean isAny = false;
    while (peek().start() == peek(-1).end()
        && (peek().kind() == Kind.TEMPLATE
            || peek(-1).kind() == Kind.TEMPLATE
                && (peek().isName() || peek().kind() == Kind.NUMBER))) {
      skip();
      isAny = true;
    }
    return isAny;
  }

  private boolean skipDashes() {
    boolean isAny = false;
    while (isDash()) {
      skip();
      skip();
      isAny = true;
    }
    return isAny;
  }

  private boolean isDash() {
    return dialect.has(Lexis.DASHED_NAMES)
        && isSign('-')
        && peek(-1).end() == peek().start()
        && peek(1).start() == peek().end()
        && (peek(1).kind() == Kind.WORD || peek(1).kind() == Kind.NUMBER);
  }

  private boolean isBehindTemplate(Token token) {
    return peek(-2).kind() == Kind.TEMPLATE && peek(-2).end() == token.start();
  }

  private List<Part> parts(Token token) {
    String whole = text.substring(token.start(), token.end());
    if (token.kind() != Kind.QUOTED) {
      return List.of(new Part(token.start(), whole, whole, false, true));
    }
    String inside = whole.substring(1, whole.length() - 1);
    if (!dialect.has(Lexis.DOTTED_BACKTICKS) || !inside.contains(".")) {
      return List.of(new Part(token.start(), whole, unquoted(whole, inside), true, true));
    }
    var parts = new ArrayList<Part>();
    int start = token.start() + 1;
    for (String name : inside.split("[.]", -1)) {
      parts.add(new Part(start, name, name, true, false));
      start += name.length() + 1;
    }
    return parts;
  }

  private static String unquoted(String whole, String inside) {
    return switch (whole.charAt(0)) {
      case '"' -> inside.replace("\"\"", "\"");
      case '`' -> inside.replace("``", "`");
      case '[' -> inside.replace("]]", "]");
      default -> inside;
    };
  }
}
