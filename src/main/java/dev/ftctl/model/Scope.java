package dev.ftctl.model;

import java.util.List;
import java.util.Set;

/// What to read from the account: the kinds whose lists are wanted and the resources whose details
/// are.
///
/// @param kinds slugs of the kinds to list
/// @param wanted the resources to match and, where the account has them, to read in detail
public record Scope(Set<String> kinds, List<Resource> wanted) {
  public Scope {
    kinds = Set.copyOf(kinds);
    wanted = List.copyOf(wanted);
  }
}
