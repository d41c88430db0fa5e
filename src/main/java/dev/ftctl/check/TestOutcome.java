package dev.ftctl.check;

import java.util.List;

/// How a test ended.
///
/// @param differences from what it expects; none where it holds
public record TestOutcome(ManifestTest test, List<Difference> differences) {

  public TestOutcome {
    differences = List.copyOf(differences);
  }

  public boolean holds() {
    return differences.isEmpty();
  }
}
