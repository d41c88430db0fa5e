package dev.ftctl.generate;

import java.util.List;

/// A table that syncs, by its names in the warehouse.
///
/// @param mode how its rows are kept; empty for the usual way
/// @param hashed columns that hold hashes, sorted
/// @param excluded columns that do not sync, as far as somebody set them so, sorted
public record LandedTable(
    String schema, String table, String mode, List<String> hashed, List<String> excluded) {

  public LandedTable {
    hashed = List.copyOf(hashed);
    excluded = List.copyOf(excluded);
  }
}
