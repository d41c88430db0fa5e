package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.CompactMap;
import dev.ftctl.model.value.Value;
import java.util.Optional;
import java.util.SequencedMap;

/// What a manifest says of one schema, table or column. Values are [Value#ABSENT] where it says
/// nothing.
///
/// @param place of its key
/// @param isOptional whether a source may lack it
/// @param children tables of a schema, columns of a table, by name or pattern
/// @param more members that ftctl does not know, as they stand
record WantedElement(
    SourceLocation place,
    boolean isOptional,
    Value enabled,
    Value hashed,
    Value syncMode,
    SequencedMap<String, WantedElement> children,
    Value.Mapping more) {

  WantedElement {
    children = CompactMap.copyOf(children);
  }

  Optional<Boolean> isEnabled() {
    return flag(enabled);
  }

  Optional<Boolean> isHashed() {
    return flag(hashed);
  }

  /// Whether the manifest wants less of this element to be seen than there is: off, or hashed.
  boolean isProtective() {
    return isOff() || isHashed().equals(Optional.of(true));
  }

  /// Whether it is excluded as a whole, so that nothing below it counts.
  boolean isOff() {
    return isEnabled().equals(Optional.of(false));
  }

  /// Whether a schema or table syncs once the wish is met, as far as its own switch says.
  boolean leavesOn(Value.Mapping live) {
    return isEnabled().orElse(!live.get("enabled").equals(Value.bool(false)));
  }

  private static Optional<Boolean> flag(Value value) {
    return value instanceof Value.Bool bool ? Optional.of(bool.flag()) : Optional.empty();
  }
}
