package dev.ftctl.kind.finding;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;

/// One field that a change touches.
///
/// @param before as the account has it, [Value#ABSENT] where it has none
/// @param after as the manifest wants it, [Value#ABSENT] where it drops an item
/// @param from `before` as plans print it
/// @param to `after` as plans print it
/// @param note what follows from it ("setup tests will run"), may be empty
/// @param written the way to it inside `spec`, where plans show a shorter one:
///   `schemas.public.tables.users.enabled` for `public.users`
public record FieldChange(
    FieldPath path,
    Value before,
    Value after,
    String from,
    String to,
    Effect effect,
    String note,
    FieldPath written) {

  /// Of a secret that the account lacks.
  public static final String NOT_SET = "not set in the account";

  /// What the change of the field does.
  public enum Effect {
    /// The field gets another value.
    SET,
    /// The field is cleared.
    CLEAR,
    /// An item or membership appears.
    ADD,
    /// An item or membership goes.
    REMOVE,
    /// A secret is sent, whether it differs or not.
    SECRET,
    /// The field can't change: the object is made anew.
    REPLACE
  }

  /// One that plans show by its way inside `spec`.
  public FieldChange(
      FieldPath path,
      Value before,
      Value after,
      String from,
      String to,
      Effect effect,
      String note) {
    this(path, before, after, from, to, effect, note, path);
  }

  public static FieldChange set(FieldPath path, Value before, Value after) {
    Effect effect = after.isBlank() ? Effect.CLEAR : Effect.SET;
    return new FieldChange(path, before, after, before.display(), after.display(), effect, "");
  }

  public static FieldChange of(FieldPath path, Value before, Value after, Effect effect) {
    return new FieldChange(path, before, after, before.display(), after.display(), effect, "");
  }

  public static FieldChange secret(FieldPath path, Value after, String why) {
    return new FieldChange(path, Value.ABSENT, after, "", "(secret) sent", Effect.SECRET, why);
  }

  public FieldChange noting(String text) {
    return new FieldChange(
        path, before, after, from, to, effect, note.isEmpty() ? text : note + "; " + text, written);
  }

  /// The same change in other words: `enabled` → `excluded`.
  public FieldChange worded(String newFrom, String newTo) {
    return new FieldChange(path, before, after, newFrom, newTo, effect, note, written);
  }
}
