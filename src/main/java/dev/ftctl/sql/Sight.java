package dev.ftctl.sql;

/// What can be seen of a column.
sealed interface Sight {

  /// It is there.
  ///
  /// @param name in the destination; empty where it keeps the one that it has
  record Found(String name) implements Sight {}

  /// It may be one of several.
  record Doubtful(String why) implements Sight {}

  /// Nobody knows whether it is there.
  record Hidden() implements Sight {}

  /// It is not there.
  record Missing() implements Sight {}

  Sight KEPT = new Found("");
  Sight HIDDEN = new Hidden();
  Sight MISSING = new Missing();
}
