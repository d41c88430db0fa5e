package dev.ftctl.sql;

import dev.ftctl.sql.scope.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A table of the source and what it is called in the destination.
///
/// @param columns names in the destination by those in the source, as far as they are known
/// @param isComplete whether it has no other columns
public record SourceTable(
    String schema,
    String name,
    String schemaThere,
    String nameThere,
    SequencedMap<String, String> columns,
    boolean isComplete) {

  public SourceTable {
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
  }

  /// With all columns of it.
  public SourceTable with(SequencedMap<String, String> all) {
    return new SourceTable(schema, name, schemaThere, nameThere, all, true);
  }

  /// Names in the destination of the columns that a name can mean in the source.
  List<String> columnsMeant(Part part) {
    return columns.entrySet().stream()
        .filter(column -> part.means(column.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /// Whether a name can mean a column in the destination that it does not mean in the source.
  boolean hasOtherThere(Part part) {
    return columns.entrySet().stream()
        .anyMatch(column -> part.isLike(column.getValue()) && !part.means(column.getKey()));
  }

  boolean isThere(Part part) {
    return columns.values().stream().anyMatch(part::isLike);
  }

  /// As it is written in the source.
  public String shown() {
    return schema + "." + name;
  }
}
