package dev.ftctl.sql.scope;

import java.util.Optional;

/// What a column is qualified by.
///
/// @param isName whether by the table's own name, which then changes as it does
public record Qualifier(Block block, Relation relation, boolean isName) {

  /// The relation that names before a column mean, in the innermost query that has it.
  public static Optional<Qualifier> of(Block block, Chain chain) {
    Optional<Block> here = Optional.of(block);
    while (here.isPresent()) {
      Optional<Qualifier> found = in(here.get(), chain);
      if (found.isPresent()) {
        return found;
      }
      here = here.get().outer();
    }
    return Optional.empty();
  }

  private static Optional<Qualifier> in(Block block, Chain chain) {
    for (Relation relation : block.relations()) {
      if (chain.size() == 1 && chain.last().isLike(relation.alias())) {
        return Optional.of(new Qualifier(block, relation, false));
      }
    }
    for (Relation relation : block.relations()) {
      if (relation instanceof Relation.Table table
          && table.alias().isEmpty()
          && table.chain().endsLike(chain)
          && table.chain().size() >= chain.size()
          && !table.isAliasIn(block)) {
        return Optional.of(new Qualifier(block, relation, true));
      }
    }
    return Optional.empty();
  }
}
