package dev.ftctl.model;

import java.util.List;
import java.util.Set;

/// What to read from the account: the kinds whose lists are wanted and the resources whose details
/// are.
///
/// @param kinds slugs of the kinds to list
/// @param wanted the resources to match and, where the account has them, to read in detail
/// @param yielding resources that are matched last, and only with what no other one describes
public record Scope(Set<String> kinds, List<Resource> wanted, List<Resource> yielding) {
  public Scope {
    kinds = Set.copyOf(kinds);
    wanted = List.copyOf(wanted);
    yielding = List.copyOf(yielding);
  }

  public Scope(Set<String> kinds, List<Resource> wanted) {
    this(kinds, wanted, List.of());
  }

  public Scope yielding(List<Resource> resources) {
    return new Scope(kinds, wanted, resources);
  }
}
