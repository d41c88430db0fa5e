package dev.ftctl.model.value;

import dev.ftctl.model.problem.SourceLocation;

/// Where a value came from: its place in the manifests and, when it was not written there
/// literally, the source that gave it (`env:DB_HOST`, `file:keys/db.pem`, `var:region`), which is
/// what plans print in its stead; empty for a literal.
public record Origin(SourceLocation place, String source) {

  /// Of a value that the account answered, or that ftctl itself made.
  public static final Origin LIVE = new Origin(SourceLocation.NONE, "");

  public static Origin at(SourceLocation place) {
    return new Origin(place, "");
  }

  /// Whether plans print the source instead of the value: text from the environment or a file may
  /// be confidential even in a field that is not.
  public boolean printsAsSource() {
    return source.startsWith("env:") || source.startsWith("file:");
  }
}
