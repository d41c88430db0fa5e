package dev.ftctl.sql.scope;

import java.util.Optional;

/// One item of a `SELECT` while it is read: by which name its query brings it.
final class SelectItem {

  private final Block block;
  private boolean isEmpty = true;
  private boolean isValueEnded;

  /// What it is where nothing else belongs to it.
  private Optional<Output> only = Optional.empty();

  SelectItem(Block block) {
    this.block = block;
  }

  boolean isEmpty() {
    return isEmpty;
  }

  /// Whether a name that follows can only be an alias.
  boolean isValueEnded() {
    return isValueEnded;
  }

  void addSign(boolean isStar, boolean isValue) {
    boolean isEverything = isStar && isEmpty;
    add(isValue || isEverything);
    if (isEverything) {
      only = Optional.of(new Output.Everything(Optional.empty()));
    }
  }

  void addKeyword(String word) {
    boolean isModifier = isEmpty && (word.equals("DISTINCT") || word.equals("ALL"));
    // BigQuery's and others' star leaves out columns, and is a star still.
    boolean isLeftOut = word.equals("EXCLUDE");
    if (!isModifier && !isLeftOut) {
      add(Keywords.isValueEnd(word));
    }
  }

  /// @param use of a column, if it can be one
  void add(Optional<Use> use, Chain chain, boolean isValue) {
    boolean isFirst = isEmpty;
    add(isValue);
    if (isFirst) {
      only =
          chain.isStar()
              ? Optional.of(new Output.Everything(Optional.of(chain)))
              : use.map(Output.Passed::new);
    }
  }

  private void add(boolean isValue) {
    isEmpty = false;
    isValueEnded = isValue;
    only = Optional.empty();
  }

  /// What follows `AS`, or stands as if it did.
  void name(String alias) {
    add(false);
    only = Optional.of(new Output.Named(alias));
  }

  /// Hands it to its query.
  void end() {
    only.ifPresent(block::add);
  }
}
