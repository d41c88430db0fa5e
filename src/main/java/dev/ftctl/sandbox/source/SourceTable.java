package dev.ftctl.sandbox.source;

import java.util.List;
import java.util.Optional;

/// A table of a source with its columns in their order.
///
/// @param columnsConfigurable whether columns can be chosen at all (`supports_columns_config`)
public record SourceTable(
    String name, Lock lock, boolean columnsConfigurable, List<SourceColumn> columns) {

  public SourceTable {
    columns = List.copyOf(columns);
  }

  /// The column of that very name; names are case-sensitive.
  public Optional<SourceColumn> column(String wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  SourceTable withoutColumnsConfig() {
    return new SourceTable(name, lock, false, columns);
  }
}
