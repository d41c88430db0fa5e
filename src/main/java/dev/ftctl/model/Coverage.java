package dev.ftctl.model;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Glob;
import java.util.Collection;
import java.util.List;

/// A part of an account, as `scope:` and `prune.scope:` say it: globs over names of groups and
/// kinds, and address patterns; all parts that are given must match.
public record Coverage(List<String> groups, List<String> kinds, List<AddressPattern> addresses) {
  public static final Coverage NOTHING = new Coverage(List.of(), List.of(), List.of());

  public Coverage {
    groups = List.copyOf(groups);
    kinds = List.copyOf(kinds);
    addresses = List.copyOf(addresses);
  }

  public boolean isEmpty() {
    return groups.isEmpty() && kinds.isEmpty() && addresses.isEmpty();
  }

  /// Whether an object lies within what is given; all of them do when nothing is.
  ///
  /// @param kindNames each name that its kind goes by
  /// @param groupNames of all groups that it is, or is in
  public boolean includes(
      Address address, Collection<String> kindNames, Collection<String> groupNames) {
    return (groups.isEmpty() || matches(groups, groupNames))
        && (kinds.isEmpty() || matches(kinds, kindNames))
        && (addresses.isEmpty() || addresses.stream().anyMatch(pattern -> pattern.covers(address)));
  }

  private static boolean matches(List<String> globs, Collection<String> names) {
    return globs.stream().map(Glob::new).anyMatch(glob -> names.stream().anyMatch(glob::matches));
  }
}
