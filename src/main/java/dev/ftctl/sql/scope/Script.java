package dev.ftctl.sql.scope;

import dev.ftctl.sql.token.Dialect;
import dev.ftctl.sql.token.Flaw;
import dev.ftctl.sql.token.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a text says, as far as names go: its queries with what they read from, and every name that
/// stands where a column can. Filled by what reads the text.
public final class Script {

  /// Deeper than anybody writes, and far from where the program's own stack ends.
  private static final int DEEPEST = 200;

  private final List<Block> blocks = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final Set<Chain> created = new LinkedHashSet<>();
  private int depth;
  private Optional<Flaw> flaw = Optional.empty();

  private Script() {}

  /// @param tokens of the whole text
  public static Script of(String text, Dialect dialect, List<Token> tokens) {
    var words = new Words(text, dialect, tokens);
    var script = new Script();
    while (!words.isEnd() && script.flaw.isEmpty()) {
      new QueryReading(words, script, script.add(Block.top())).all();
      words.skip();
    }
    return script;
  }

  Block add(Block block) {
    blocks.add(block);
    return block;
  }

  void add(Use use) {
    uses.add(use);
  }

  void create(Chain chain) {
    created.add(chain);
  }

  /// Its queries and statements.
  public List<Block> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /// Every name that stands where a column can.
  public List<Use> uses() {
    return Collections.unmodifiableList(uses);
  }

  /// Why it could not be read to its end.
  public Optional<Flaw> flaw() {
    return flaw;
  }

  /// Goes one bracket deeper.
  ///
  /// @return false where that is too deep, and nothing more is to be read
  boolean enter(int offset) {
    depth++;
    if (depth > DEEPEST && flaw.isEmpty()) {
      flaw = Optional.of(new Flaw(offset, "brackets are nested more than " + DEEPEST + " deep"));
    }
    return flaw.isEmpty();
  }

  void leave() {
    depth--;
  }

  /// Whether the text makes a table or view of that name, in whatever schema.
  public boolean isNameCreatedHere(String name) {
    return created.stream().anyMatch(one -> one.last().isLike(name));
  }

  /// Whether the text makes this table or view itself.
  public boolean isCreatedHere(Chain chain) {
    return created.stream().anyMatch(one -> one.endsLike(chain) && one.size() <= chain.size());
  }
}
