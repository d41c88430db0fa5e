package dev.ftctl.sql.scope;

import dev.ftctl.sql.scope.Use.Clause;
import dev.ftctl.sql.token.Lexis;
import dev.ftctl.sql.token.Token.Kind;
import java.util.Optional;
import java.util.Set;

/// Reads a query or another statement, clause by clause, up to the bracket or semicolon behind it.
final class QueryReading {

  /// Words before `UPDATE`, `DELETE` and `INSERT` that begin no statement.
  private static final Set<String> NO_STATEMENT =
      Set.of("FOR", "ON", "THEN", "DO", "KEY", "AFTER", "BEFORE", "OR", "GRANT", "REVOKE", ",");

  private static final Set<String> TARGET_WORDS =
      Set.of("INTO", "OVERWRITE", "IGNORE", "LOW_PRIORITY", "TABLE", "ONLY", "IF", "NOT", "EXISTS");

  private final Words words;
  private final Script script;
  private final RelationReading relations;
  private final BracketReading brackets;
  private Block block;
  private Clause clause = Clause.OTHER;
  private SelectItem item;
  private boolean isInFrom;
  private boolean isRelationNext;
  private boolean isCreating;

  QueryReading(Words words, Script script, Block block) {
    this.words = words;
    this.script = script;
    this.block = block;
    this.relations = new RelationReading(words, script);
    this.brackets = new BracketReading(words, script);
    this.item = new SelectItem(block);
  }

  void all() {
    while (!words.isStatementEnd() && !words.isSign(')') && script.flaw().isEmpty()) {
      if (isRelationNext) {
        isRelationNext = false;
        if (relations.isThere()) {
          relations.read(block);
          continue;
        }
      }
      one();
    }
    endItem();
  }

  /// The items of a `FROM` in brackets.
  void relations() {
    clause = Clause.FROM;
    isInFrom = true;
    isRelationNext = true;
    all();
  }

  private void one() {
    if (words.isSign('(')) {
      brackets.read(block, clause);
      item.addSign(false, true);
    } else if (words.isSign(',')) {
      comma();
    } else if (words.isKeyword()) {
      keyword(words.word());
    } else if (words.isChainStart()) {
      name();
    } else {
      boolean isValue =
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.VARIABLE).contains(words.peek().kind())
              || words.isSign(']');
      item.addSign(words.isSign('*'), isValue);
      words.skip();
    }
  }

  private void comma() {
    endItem();
    words.skip();
    isRelationNext = isInFrom && clause != Clause.ORDER;
  }

  private void endItem() {
    if (clause == Clause.SELECT) {
      item.end();
    }
    item = new SelectItem(block);
  }

  private void keyword(String word) {
    switch (word) {
      case "WITH" -> with();
      case "SELECT" -> select();
      case "FROM" -> from();
      case "JOIN", "APPLY", "STRAIGHT_JOIN" -> relationAfter();
      case "USING" -> using();
      case "INTO" -> into();
      case "UPDATE", "DELETE", "INSERT", "MERGE", "COPY", "TRUNCATE" -> statement(word);
      case "TABLE", "VIEW" -> object();
      case "CREATE" -> {
        isCreating = true;
        words.skip();
      }
      case "UNION", "INTERSECT", "EXCEPT", "MINUS" -> union();
      case "AS" -> alias();
      case "PIVOT", "UNPIVOT", "MATCH_RECOGNIZE" -> {
        block.doubt();
        words.skip();
      }
      case "ON" -> begin(words.word(-1).equals("DISTINCT") ? clause : Clause.OTHER, isInFrom);
      case "ORDER" -> begin(Clause.ORDER, false);
      case "GROUP" -> begin(words.word(-1).equals("WITHIN") ? clause : Clause.OTHER, false);
      case "HAVING", "QUALIFY" -> begin(Clause.HAVING, false);
      case "WHERE", "SET", "LIMIT", "VALUES", "RETURNING", "WINDOW" -> begin(Clause.OTHER, false);
      case "TOP" -> top();
      default -> plain(word);
    }
  }

  private void plain(String word) {
    item.addKeyword(word);
    words.skip();
  }

  private void begin(Clause next, boolean isFrom) {
    if (next != clause) {
      endItem();
    }
    clause = next;
    isInFrom = isFrom;
    words.skip();
  }

  private void select() {
    endItem();
    if (block.isBegun()) {
      block = script.add(block.beside());
    }
    block.select();
    isCreating = false;
    begin(Clause.SELECT, false);
    item = new SelectItem(block);
  }

  /// `TOP 10`, `TOP (10)`
  private void top() {
    words.skip();
    if (words.isSign('(')) {
      brackets.read(block, clause);
    } else if (words.peek().kind() == Kind.NUMBER) {
      words.skip();
    }
  }

  private void from() {
    if (words.word(-1).equals("DISTINCT")) {
      // IS DISTINCT FROM
      plain("FROM");
    } else {
      relationAfter();
    }
  }

  private void relationAfter() {
    begin(Clause.FROM, true);
    isRelationNext = true;
  }

  /// Columns in brackets, or what a `MERGE` or `DELETE` takes from.
  private void using() {
    if (words.isSign(1, '(') && !brackets.isQuery(1)) {
      words.skip();
    } else {
      relationAfter();
    }
  }

  /// Behind a `SELECT` it makes a table.
  private void into() {
    boolean isMade = clause == Clause.SELECT;
    endItem();
    words.skip();
    if (isMade) {
      clause = Clause.OTHER;
      created();
    } else {
      relations.target(block);
    }
  }

  private void created() {
    words.skipAny(TARGET_WORDS);
    if (words.isChainStart()) {
      script.create(words.chain(true));
    }
    isCreating = false;
  }

  private void statement(String word) {
    String before = words.isSign(-1, ',') ? "," : words.word(-1);
    boolean isNone = NO_STATEMENT.contains(before) || words.word(1).equals("SET");
    if (isNone || words.isSign(1, '(')) {
      plain(word);
      return;
    }
    if (block.isBegun()) {
      endItem();
      block = script.add(block.beside());
    }
    begin(Clause.OTHER, false);
    if (word.equals("DELETE") && words.word().equals("FROM")) {
      return;
    }
    words.skipAny(TARGET_WORDS);
    if (word.equals("INSERT") || word.equals("COPY")) {
      relations.target(block);
    } else {
      isRelationNext = true;
    }
  }

  private void object() {
    words.skip();
    if (isCreating) {
      created();
    } else if (!words.isSign('(')) {
      words.skipAny(TARGET_WORDS);
      isRelationNext = true;
    }
  }

  private void union() {
    if (words.isSign(1, '(') && !brackets.isQuery(1)) {
      // Columns that a star leaves out.
      words.skip();
      return;
    }
    endItem();
    block = script.add(block.beside());
    begin(Clause.OTHER, false);
  }

  private void alias() {
    words.skip();
    if (words.isChainStart() && words.peek().kind() != Kind.TEMPLATE) {
      item.name(words.chain(false).last().name());
    }
  }

  private void name() {
    Chain chain = words.chain(false);
    if (clause == Clause.SELECT && isAlias(chain)) {
      item.name(chain.last().name());
      return;
    }
    Optional<Use> use = new NameReading(words).use(block, chain, clause);
    use.ifPresent(script::add);
    item.add(use, chain, !words.isSign('('));
  }

  private boolean isAlias(Chain chain) {
    boolean isBehind =
        words.isStatementEnd()
            || words.isSign(',')
            || words.isSign(')')
            || Keywords.isClause(words.word());
    boolean isBefore =
        words.dialect().has(Lexis.EQUALS_ALIASES) && item.isEmpty() && words.isSign('=');
    return chain.size() == 1 && (item.isValueEnded() && isBehind || isBefore);
  }

  private void with() {
    words.skip();
    boolean isRecursive = words.skipAny(Set.of("RECURSIVE"));
    var expressions = new ExpressionReading(words, script);
    while (expressions.isThere()) {
      expressions.read(block, isRecursive);
      if (!words.isSign(',')) {
        break;
      }
      words.skip();
    }
  }
}
