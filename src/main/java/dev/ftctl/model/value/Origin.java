package dev.ftctl.model.value;

import dev.ftctl.model.problem.SourceLocation;

/// Where a value came from: its place in the manifests and, when it was not written there
/// literally, what gave it, which plans may print in its stead.
public record Origin(SourceLocation place, Mark mark) {

  /// Of a value that the account answered, or that ftctl itself made.
  public static final Origin LIVE = at(SourceLocation.NONE);

  /// @param source that tells by its form whether it is foreign; empty for none
  public Origin(SourceLocation place, String source) {
    this(place, Mark.of(source));
  }

  public static Origin at(SourceLocation place) {
    return new Origin(place, Mark.NONE);
  }

  /// What plans print; empty for a literal.
  public String source() {
    return mark.source();
  }

  /// Whether plans print the source instead of the value: text from the environment or a file may
  /// be confidential even in a field that is not.
  public boolean printsAsSource() {
    return mark.printsAsSource();
  }

  public boolean isForeign() {
    return mark.isForeign();
  }
}
