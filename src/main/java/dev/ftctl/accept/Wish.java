package dev.ftctl.accept;

import dev.ftctl.drift.Drift;
import dev.ftctl.model.value.Value;

/// A difference that is to be written into the manifests.
///
/// @param value as a manifest says it; null for what is not set
/// @param isBlocked whether it is kept out instead of taken as it is
record Wish(Drift drift, Way way, Value value, boolean isBlocked) {

  /// Whether a membership or item is not there.
  boolean isGone() {
    return way.isMember() && value instanceof Value.Null;
  }
}
