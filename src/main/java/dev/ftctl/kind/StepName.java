package dev.ftctl.kind;

import java.util.Locale;

/// What a step does. Its word stands in outcomes and in the journal.
public enum StepName {
  CREATE,
  UPDATE,
  REPLACE,
  DELETE,

  /// Renames in place.
  MOVE,

  /// Looks until what takes its time is there.
  SETTLE,

  /// Runs setup tests.
  TEST,

  /// Pauses what a resource was moved from.
  REST,

  /// Deletes what was replaced, when nothing stands on it any more; before it a step made the new
  /// one.
  DROP,

  /// Un-pauses, when the parts are in place.
  FINISH,

  /// Looks again at what needs no change.
  CHECK;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Of the only step of a change.
  public static StepName of(Action action) {
    return switch (action) {
      case CREATE -> CREATE;
      case UPDATE -> UPDATE;
      case REPLACE -> REPLACE;
      case DELETE -> DELETE;
      case MOVE -> MOVE;
      case NONE -> CHECK;
    };
  }

  public String word() {
    return word;
  }
}
