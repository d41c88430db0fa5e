package dev.ftctl.manifest;

import dev.ftctl.model.Metadata;

/// Metadata of one instance.
final class Flags {

  private Flags() {}

  static Metadata set(Metadata common, boolean isAbsent, boolean isProtected) {
    return new Metadata(
        common.name(),
        common.labels(),
        isProtected,
        isAbsent,
        common.isExisting(),
        common.initial(),
        common.rotation(),
        common.movedFrom(),
        common.environments());
  }
}
