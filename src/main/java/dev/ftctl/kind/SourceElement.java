package dev.ftctl.kind;

import dev.ftctl.model.problem.SourceLocation;
import java.util.List;

/// A schema, table or column that a resource decides about.
///
/// @param path its names, or the patterns that a manifest wrote: schema; schema, table; schema,
///   table, column
/// @param isEnabled whether it syncs: neither it nor anything above it is excluded
/// @param isHashed whether its values are hashed
/// @param syncMode of a table; empty when nothing is known of it
/// @param isListed whether the manifest names it, exactly or by a pattern; what it does not name is
///   known only from the account
/// @param place of its key, or of the nearest thing above it that the manifest names
public record SourceElement(
    List<String> path,
    boolean isEnabled,
    boolean isHashed,
    String syncMode,
    boolean isListed,
    SourceLocation place) {

  public SourceElement {
    path = List.copyOf(path);
  }
}
