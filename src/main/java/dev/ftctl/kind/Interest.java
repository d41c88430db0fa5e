package dev.ftctl.kind;

import dev.ftctl.model.Resource;

/// How far an object is to be read beyond what its list says.
public sealed interface Interest {

  /// As far as a manifest names something of it, to be compared with that.
  record Named(Resource wanted) implements Interest {}

  /// What needs no manifest.
  sealed interface Broad extends Interest {}

  /// Everything that the API tells.
  record Whole() implements Broad {}

  /// Everything, and what it is called in the destination.
  record Landed() implements Broad {}

  /// What is set otherwise than a policy leaves it, and everything of a kind that no policy rules.
  ///
  /// @param policy as manifests write it; empty for the one that the object itself has
  record Deviations(String policy) implements Broad {}

  /// Whether a block of `spec` is to be read that only a call of its own tells.
  default boolean includes(String block) {
    return switch (this) {
      case Named named -> !named.wanted().spec().get(block).isAbsent();
      case Whole whole -> true;
      case Landed landed -> true;
      case Deviations deviations -> true;
    };
  }
}
