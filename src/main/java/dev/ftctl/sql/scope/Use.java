package dev.ftctl.sql.scope;

/// A name that stands where a column can.
///
/// @param clause where in its query
public record Use(Block block, Chain chain, Clause clause) {

  /// The parts of a query in which names differ in what they can mean.
  public enum Clause {
    SELECT,
    FROM,
    /// Aliases count before columns.
    ORDER,
    /// Aliases or columns count, by the dialect.
    HAVING,
    OTHER
  }
}
