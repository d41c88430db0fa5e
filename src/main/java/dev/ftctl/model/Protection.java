package dev.ftctl.model;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What may be neither deleted nor replaced, whatever is allowed.
///
/// @param patterns of project files
/// @param addresses each of one resource, whatever characters its name holds
public record Protection(List<AddressPattern> patterns, Set<Address> addresses) {

  public static final Protection NONE = new Protection(List.of(), Set.of());

  public Protection {
    patterns = List.copyOf(patterns);
    addresses = Set.copyOf(addresses);
  }

  public boolean covers(Address address) {
    return addresses.contains(address)
        || patterns.stream().anyMatch(pattern -> pattern.covers(address));
  }

  public Protection and(Protection other) {
    var allPatterns = new ArrayList<>(patterns);
    allPatterns.addAll(other.patterns);
    var allAddresses = new HashSet<>(addresses);
    allAddresses.addAll(other.addresses);
    return new Protection(allPatterns, allAddresses);
  }
}
