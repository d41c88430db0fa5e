package dev.ftctl.manifest;

import dev.ftctl.kind.KindList;

/// Reads manifests.
public final class Manifests {

  private Manifests() {}

  /// Reads the project file and every manifest of the project, checks all of it offline and expands
  /// it.
  ///
  /// @throws dev.ftctl.model.ManifestException with every problem of every file at once (exit 65)
  /// @throws UnknownPathException when a path, selector or target matches nothing (exit 64)
  public static Desired read(ReadRequest request, KindList kinds) {
    throw new UnsupportedOperationException("not written yet: " + request + kinds);
  }
}
