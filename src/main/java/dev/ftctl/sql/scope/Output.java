package dev.ftctl.sql.scope;

import java.util.Optional;

/// A column that a query brings.
public sealed interface Output {

  /// By a name of its own.
  record Named(String name) implements Output {}

  /// By the name of the column that it is.
  record Passed(Use use) implements Output {}

  /// All columns, of everything or of one relation.
  record Everything(Optional<Chain> of) implements Output {}
}
