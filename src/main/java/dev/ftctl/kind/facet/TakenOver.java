package dev.ftctl.kind.facet;

import dev.ftctl.model.value.Value;

/// What a new object takes from another one where its creation says nothing of it, so that one that
/// is to have none has to say so.
///
/// @param field by which both refer to it, as the API names it
/// @param from the slug of the kind that it is taken from
/// @param by the field with the id of the one that it is taken from
public record TakenOver(String field, String from, String by) {

  /// Whether an object has none although the other one has.
  public boolean isDeclined(Value.Mapping own, Value.Mapping other) {
    return own.get(field).isBlank() && !other.get(field).isBlank();
  }
}
