package dev.ftctl.sql.scope;

import dev.ftctl.sql.token.Lexis;
import java.util.List;
import java.util.Set;

/// Reads common table expressions.
record ExpressionReading(Words words, Script script) {

  /// Whether one stands here: a name, columns in brackets perhaps, `AS` and a bracket.
  boolean isThere() {
    int ahead = 1;
    if (!words.peek().isName()) {
      return false;
    }
    if (words.isSign(ahead, '(')) {
      while (!words.isSign(ahead, ')') && words.peek(ahead).start() >= 0) {
        ahead++;
      }
      ahead++;
    }
    if (!words.word(ahead).equals("AS")) {
      return false;
    }
    ahead++;
    while (Set.of("NOT", "MATERIALIZED").contains(words.word(ahead))) {
      ahead++;
    }
    return words.isSign(ahead, '(');
  }

  void read(Block block, boolean isRecursive) {
    String name = words.chain(false).last().name();
    List<String> columns = new ColumnList(words).read();
    words.skipAny(Set.of("AS", "NOT", "MATERIALIZED"));
    Block query = script.add(block.within(false));
    var expression = new Relation.Derived(name, query, columns);
    if (isRecursive) {
      query.declare(expression);
    } else if (words.dialect().has(Lexis.SELF_NAMING)) {
      query.reserve(name, "it may be the common table expression that it stands in");
    }
    if (script.enter(words.offset())) {
      words.skip();
      new QueryReading(words, script, query).all();
      new BracketReading(words, script).close();
    }
    script.leave();
    block.declare(expression);
  }
}
