package dev.ftctl.sql.scope;

import dev.ftctl.sql.scope.Use.Clause;
import dev.ftctl.sql.token.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what columns come from: behind `FROM`, `JOIN`, `UPDATE`, `INTO`.
record RelationReading(Words words, Script script) {

  private static final Set<String> MODIFIERS = Set.of("LATERAL", "ONLY", "TABLE", "IF", "EXISTS");

  /// Whether one can stand here.
  boolean isThere() {
    boolean isOther = words.isKeyword() && !MODIFIERS.contains(words.word());
    return !isOther && !words.isSign(',');
  }

  void read(Block block) {
    boolean isLateral = words.word().equals("LATERAL");
    words.skipAny(MODIFIERS);
    if (words.isSign('(')) {
      bracket(block, isLateral);
    } else if (words.isChainStart()) {
      named(block);
    } else {
      words.skip();
      block.add(new Relation.Unknown(alias()));
      new ColumnList(words).read();
    }
  }

  private void bracket(Block block, boolean isLateral) {
    if (!script.enter(words.offset())) {
      return;
    }
    var brackets = new BracketReading(words, script);
    boolean isQuery = brackets.isQuery(0);
    boolean isRows = words.word(1).equals("VALUES");
    words.skip();
    Block inside = isQuery ? script.add(block.within(isLateral)) : block;
    if (isQuery || isRows) {
      new QueryReading(words, script, isRows ? script.add(block.within(false)) : inside).all();
    } else {
      new QueryReading(words, script, block).relations();
    }
    brackets.close();
    script.leave();
    if (isQuery) {
      String alias = alias();
      block.add(new Relation.Derived(alias, inside, new ColumnList(words).read()));
    } else if (isRows) {
      block.add(new Relation.Unknown(alias()));
      new ColumnList(words).read();
    }
  }

  private void named(Block block) {
    Chain chain = words.chain(true);
    if (words.isSign('(') || chain.parts().getFirst().text().startsWith("{")) {
      arguments(block);
      block.add(new Relation.Unknown(alias()));
      new ColumnList(words).read();
      return;
    }
    Optional<Relation.Derived> declared = block.declared(chain);
    String note = block.note(chain);
    String alias = alias();
    if (declared.isPresent()) {
      block.add(declared.get().as(alias.isEmpty() ? declared.get().alias() : alias));
      return;
    }
    List<String> columns =
        words.isSign('(') && !alias.isEmpty() ? new ColumnList(words).read() : List.of();
    block.add(new Relation.Table(chain, alias, note));
    if (!columns.isEmpty()) {
      block.doubt();
    }
  }

  /// Those of a function, which may be columns of what stands before it.
  private void arguments(Block block) {
    if (words.isSign('(')) {
      new BracketReading(words, script).read(block, Clause.OTHER);
    }
  }

  /// What is written into, with its columns in brackets.
  void target(Block block) {
    words.skipAny(Set.of("TABLE", "ONLY", "IF", "NOT", "EXISTS", "OVERWRITE", "INTO"));
    if (!words.isChainStart()) {
      return;
    }
    Chain chain = words.chain(true);
    if (chain.parts().getFirst().text().startsWith("{")) {
      block.add(new Relation.Unknown(""));
    } else if (block.declared(chain).isEmpty()) {
      block.add(new Relation.Table(chain, targetAlias(), ""));
    }
    if (words.isSign('(') && !Set.of("SELECT", "WITH").contains(words.word(1))) {
      new BracketReading(words, script).read(block, Clause.OTHER);
    }
  }

  private String targetAlias() {
    boolean isNamed = words.word().equals("AS") && words.peek(1).isName();
    return isNamed ? alias() : "";
  }

  /// The alias that stands here, if one does.
  private String alias() {
    boolean isSaid = words.word().equals("AS") && words.peek().kind() == Kind.WORD;
    if (isSaid && !words.peek(1).isName()) {
      return "";
    }
    if (isSaid) {
      words.skip();
    }
    boolean isName = words.peek().isName() && (isSaid || !words.isKeyword());
    return isName ? words.chain(false).last().name() : "";
  }
}
