package dev.ftctl.drift;

import dev.ftctl.drift.Drift.Side;
import dev.ftctl.model.value.FieldPath;

/// Differences of an object as a whole.
final class Differing {

  private Differing() {}

  static Drift whole(DriftClass sort, Cause cause, Drift.What what, Subject subject, String note) {
    return new Drift(
        sort,
        cause,
        what,
        subject,
        FieldPath.ROOT,
        FieldPath.ROOT,
        Side.NONE,
        Side.NONE,
        Side.NONE,
        note);
  }
}
