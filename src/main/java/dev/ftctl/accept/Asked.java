package dev.ftctl.accept;

import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import java.util.List;

/// What is to be accepted.
///
/// @param addresses empty for all that somebody changed in the account
/// @param isUnmanaged whether what no manifest speaks of is, too
public record Asked(List<AddressPattern> addresses, boolean isUnmanaged, Fresh fresh) {

  /// What becomes of schemas, tables and columns that came since.
  public enum Fresh {
    /// They are left.
    LEFT,
    /// A line says what they are.
    TAKEN,
    /// A line keeps them out.
    BLOCKED
  }

  public Asked {
    addresses = List.copyOf(addresses);
  }

  boolean isNamed() {
    return !addresses.isEmpty();
  }

  /// Whoever names an object means its parts.
  boolean covers(Address address, KindList kinds) {
    return addresses.isEmpty()
        || addresses.stream().anyMatch(pattern -> pattern.covers(address))
        || kinds
            .ofSlug(address.kind())
            .definition()
            .partOf()
            .map(PartOf::owner)
            .filter(owner ->
                addresses.stream().anyMatch(pattern -> pattern.covers(address.withKind(owner))))
            .isPresent();
  }
}
