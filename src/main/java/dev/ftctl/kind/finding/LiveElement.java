package dev.ftctl.kind.finding;

import dev.ftctl.model.value.FieldPath;
import java.util.List;

/// A schema, table or column of the account beside what a document says.
///
/// @param path its names: schema; schema, table; schema, table, column
/// @param written the way to its switch inside `spec`, or to its `hashed` where only that is set
///   otherwise than the policy leaves it
/// @param isNamed whether a line of the document names it, exactly or by a pattern
/// @param isEnabled its own switch
/// @param isHashed whether its values are hashed
/// @param deviation the policy that would leave it otherwise; empty where none would, and for what
///   the document names
public record LiveElement(
    List<String> path,
    FieldPath written,
    boolean isNamed,
    boolean isEnabled,
    boolean isHashed,
    String deviation) {

  public LiveElement {
    path = List.copyOf(path);
  }

  public boolean isDeviating() {
    return !deviation.isEmpty();
  }
}
