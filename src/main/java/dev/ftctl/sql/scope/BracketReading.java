package dev.ftctl.sql.scope;

import dev.ftctl.sql.scope.Use.Clause;
import java.util.Set;

/// Reads what stands in brackets: a query, or values.
record BracketReading(Words words, Script script) {

  private static final Set<String> QUERY = Set.of("SELECT", "WITH");

  /// Whether a query stands in the bracket that is so far ahead, in further brackets perhaps.
  boolean isQuery(int ahead) {
    int first = ahead;
    while (words.isSign(first, '(')) {
      first++;
    }
    return first > ahead && QUERY.contains(words.word(first)) && words.isKeyword(first);
  }

  /// Values, each of which may be a column, or a query that may use the columns of this one.
  void read(Block block, Clause clause) {
    boolean isQuery = isQuery(0);
    boolean isWhole = isQuery && !block.isBegun() && block.inner().isEmpty();
    if (script.enter(words.offset())) {
      words.skip();
      if (isQuery) {
        Block inside = script.add(block.within(true));
        if (isWhole) {
          block.standFor(inside);
        }
        new QueryReading(words, script, inside).all();
      } else {
        values(block, clause);
      }
      close();
    }
    script.leave();
  }

  private void values(Block block, Clause clause) {
    while (!words.isStatementEnd() && !words.isSign(')') && script.flaw().isEmpty()) {
      if (words.isSign('(')) {
        read(block, clause);
      } else if (words.isKeyword() && words.word().equals("AS")) {
        // A type, or a name that a function gives.
        words.skip();
        if (words.isChainStart()) {
          words.chain(false);
        }
      } else if (words.isChainStart()) {
        new NameReading(words).use(block, words.chain(false), clause).ifPresent(script::add);
      } else {
        words.skip();
      }
    }
  }

  /// Goes behind the bracket, if it is closed at all.
  void close() {
    if (words.isSign(')')) {
      words.skip();
    }
  }
}
