package dev.ftctl.kind;

import dev.ftctl.model.Calls;

/// What the step of a change sends where its kind does nothing out of the ordinary.
public final class Sending {

  private Sending() {}

  /// One request; to replace is to delete and to create.
  public static Calls plain(Change change) {
    return Calls.requests(change instanceof Change.Replace ? 2 : 1);
  }
}
