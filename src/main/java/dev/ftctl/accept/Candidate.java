package dev.ftctl.accept;

import dev.ftctl.model.address.Address;
import java.util.Set;

/// A place that might take a value.
///
/// @param where in words: `document`, `overrides of eu`, `template base`, `row`
/// @param sharers resources that it speaks for as well
record Candidate(Edit edit, String where, Set<Address> sharers) {
  Candidate {
    sharers = Set.copyOf(sharers);
  }
}
