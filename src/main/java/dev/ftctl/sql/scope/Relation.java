package dev.ftctl.sql.scope;

import java.util.List;

/// What columns can come from: an item of a `FROM`, the target of an `UPDATE`.
public sealed interface Relation {

  /// What columns may be qualified by besides a table's own name; empty where there is nothing.
  String alias();

  /// A table by its name.
  ///
  /// @param note why it is left alone whatever it means; mostly empty
  record Table(Chain chain, String alias, String note) implements Relation {

    /// Whether a statement names what it changes by the alias of another relation: `DELETE o FROM
    /// orders o`.
    @SuppressWarnings("ReferenceEquality") // another relation may read alike
    public boolean isAliasIn(Block block) {
      return chain.size() == 1
          && alias.isEmpty()
          && block.relations().stream()
              .filter(other -> other != this)
              .anyMatch(other -> chain.last().isLike(other.alias()));
    }
  }

  /// A query, in brackets or by the name of a common table expression.
  ///
  /// @param columns its columns where the text lists them, else none
  record Derived(String alias, Block query, List<String> columns) implements Relation {

    Derived as(String other) {
      return new Derived(other, query, columns);
    }
  }

  /// Anything else: a function, a template, a stage.
  record Unknown(String alias) implements Relation {}
}
